import { at, isRecord, listAt, pointer, textAt, type KubeObject } from '../../kubernetes';
import { several, type Several } from './several';
import type { Origin } from './size';

/** How a machine is connected. */
export type Network = {
  macs: Several<string>;
  /** Where each MAC address stands, in the order of `macs.values`. */
  macAt: readonly Origin[];
  /** NetworkAttachmentDefinitions as namespace/name; `pod` for the pod network. */
  networks: readonly string[];
  bindings: Several<string>;
  /** How many interfaces it has. */
  interfaces: number;
};

/** Bindings by their key in an interface; a plugin's binding goes by its own name. */
const BINDINGS: readonly (readonly [key: string, name: string])[] = [
  ['sriov', 'SR-IOV'],
  ['bridge', 'bridge'],
  ['masquerade', 'masquerade'],
  ['passt', 'passt'],
  ['macvtap', 'macvtap'],
  ['slirp', 'slirp'],
];

export const BINDING_NAMES = BINDINGS.map(([, name]) => name);

const bindingOf = (entry: unknown): string | undefined =>
  BINDINGS.find(([key]) => isRecord(at(entry, key)))?.[1] ?? textAt(entry, 'binding', 'name');

const normal = (mac: string): string => mac.toLowerCase().replaceAll('-', ':');

const VM_INTERFACES = ['spec', 'template', 'spec', 'domain', 'devices', 'interfaces'] as const;
const VMI_INTERFACES = ['status', 'interfaces'] as const;

const macsOf = (vm: KubeObject, vmi: KubeObject | undefined): Map<string, Origin> => {
  const found = new Map<string, Origin>();
  const add = (mac: string | undefined, origin: Origin): void => {
    if (mac !== undefined && mac !== '' && !found.has(normal(mac))) found.set(normal(mac), origin);
  };
  listAt(vm, ...VM_INTERFACES).forEach((entry, index) => {
    const path = pointer(...VM_INTERFACES, index, 'macAddress');
    add(textAt(entry, 'macAddress'), { in: 'vm', path });
  });
  listAt(vmi, ...VMI_INTERFACES).forEach((entry, index) => {
    const path = pointer(...VMI_INTERFACES, index, 'mac');
    add(textAt(entry, 'mac'), { in: 'vmi', path });
  });
  return found;
};

/** A bare name is one of the machine's own namespace. */
const networkOf = (entry: unknown, namespace: string): string | undefined => {
  const name = textAt(entry, 'multus', 'networkName');
  if (name !== undefined && name !== '') return name.includes('/') ? name : `${namespace}/${name}`;
  return isRecord(at(entry, 'pod')) ? 'pod' : undefined;
};

/** Interfaces and networks of the machine, and what its instance reports. */
export const readNetwork = (
  vm: KubeObject,
  vmi: KubeObject | 'unread' | undefined,
  namespace: string,
): Network => {
  const instance = vmi === 'unread' ? undefined : vmi;
  const macs = macsOf(vm, instance);
  const declared = listAt(vm, ...VM_INTERFACES);
  const used = listAt(instance, 'spec', 'domain', 'devices', 'interfaces');
  const networks = [
    ...listAt(vm, 'spec', 'template', 'spec', 'networks'),
    ...listAt(instance, 'spec', 'networks'),
  ].map((entry) => networkOf(entry, namespace));
  // Without any interface KubeVirt attaches the pod network with the cluster's default binding.
  const attaches =
    declared.length === 0 &&
    at(vm, 'spec', 'template', 'spec', 'domain', 'devices', 'autoattachPodInterface') !== false;
  return {
    macs: several(macs.keys(), vmi !== 'unread'),
    macAt: [...macs.values()],
    networks: several(attaches ? [...networks, 'pod'] : networks).values,
    bindings: several([...declared, ...used].map(bindingOf), !attaches || used.length > 0),
    interfaces: attaches ? 1 : declared.length,
  };
};
