import { at, isRecord, listAt, recordAt, textAt, type KubeObject } from '../../kubernetes';
import type { InstancetypeFacts } from './size';
import { several, type Several } from './several';

/** Devices and properties of the machine itself; a flag that is not there is not known. */
export type Hardware = {
  gpus: Several<string>;
  hostDevices: Several<string>;
  secureBoot?: boolean;
  tpm?: boolean;
  dedicatedCpu?: boolean;
  hugepages?: boolean;
  cdrom: boolean;
};

/** The domain of the VirtualMachine and of its instance. */
type Domains = { vm: unknown; vmi: unknown };

type Flag = (domain: unknown) => boolean | undefined;

/** EFI without a word about it means secure boot; BIOS has none. */
const secureBoot: Flag = (domain) => {
  const loader = recordAt(domain, 'firmware', 'bootloader');
  if (isRecord(loader.efi)) return at(loader.efi, 'secureBoot') !== false;
  return isRecord(loader.bios) ? false : undefined;
};

const tpm: Flag = (domain) => {
  const found = at(domain, 'devices', 'tpm');
  return isRecord(found) ? at(found, 'enabled') !== false : undefined;
};

const dedicatedCpu: Flag = (domain) =>
  at(domain, 'cpu', 'dedicatedCpuPlacement') === true ? true : undefined;

const hugepages: Flag = (domain) =>
  isRecord(at(domain, 'memory', 'hugepages')) ? true : undefined;

/** What the machine says, else what its instance has; else only `otherwise` can tell. */
const flag = (read: Flag, { vm, vmi }: Domains, otherwise: boolean | undefined) =>
  read(vm) ?? (vmi === undefined ? otherwise : (read(vmi) ?? false));

const devicesIn = (domain: unknown, list: 'gpus' | 'hostDevices'): (string | undefined)[] =>
  listAt(domain, 'devices', list).map((entry) => textAt(entry, 'deviceName'));

const known = (name: string, value: boolean | undefined): Record<string, boolean> =>
  value === undefined ? {} : { [name]: value };

export type HardwareContext = {
  vmi: KubeObject | undefined;
  /** What the instance type gives; `unknown` when there is one that could not be read. */
  instancetype: InstancetypeFacts | 'unknown' | undefined;
};

/** Devices, firmware and CPU placement: of the machine, its instance and its instance type. */
export const readHardware = (vm: KubeObject, { vmi, instancetype }: HardwareContext): Hardware => {
  const domains: Domains = {
    vm: at(vm, 'spec', 'template', 'spec', 'domain'),
    vmi: vmi === undefined ? undefined : (at(vmi, 'spec', 'domain') ?? {}),
  };
  const typed = instancetype === 'unknown' ? undefined : instancetype;
  const complete = vmi !== undefined || instancetype !== 'unknown';
  const devices = (list: 'gpus' | 'hostDevices'): Several<string> =>
    several(
      [...devicesIn(domains.vm, list), ...devicesIn(domains.vmi, list), ...(typed?.[list] ?? [])],
      complete,
    );
  // A preference may ask for these two: without an instance only it can tell.
  const preferred = textAt(vm, 'spec', 'preference', 'name') === undefined ? false : undefined;
  const untyped = instancetype === 'unknown' ? undefined : false;
  return {
    gpus: devices('gpus'),
    hostDevices: devices('hostDevices'),
    ...known('secureBoot', flag(secureBoot, domains, preferred)),
    ...known('tpm', flag(tpm, domains, preferred)),
    ...known('dedicatedCpu', typed?.dedicatedCpu === true || flag(dedicatedCpu, domains, untyped)),
    ...known('hugepages', typed?.hugepages === true || flag(hugepages, domains, untyped)),
    cdrom: listAt(domains.vm, 'devices', 'disks').some((disk) => isRecord(at(disk, 'cdrom'))),
  };
};
