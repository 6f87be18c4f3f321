import { say, type Message } from '../../messages';
import type { Several } from '../records/several';
import type { VmRecord } from '../records/record';
import { anyOf, joinValues, readSeveral, valuesOf } from './comparisons-several';
import { textComparisons } from './comparisons-text';
import { defineField, type Field } from './field';
import { defineFlag } from './flag';

type List = 'gpus' | 'hostDevices';

/** Devices of the machine, its instance or its instance type, by the name of the device plugin. */
const deviceField = (name: string, label: Message, words: string, list: List): Field =>
  defineField<Several<string>>({
    name,
    label,
    type: 'text',
    example: 'nvidia.com/*',
    words: { en: words },
    comparisons: anyOf(textComparisons),
    read: ({ hardware }: VmRecord) => readSeveral(hardware[list]),
    evidence: ({ hardware, instancetype }) => {
      const [device] = hardware[list].values;
      if (device === undefined) return undefined;
      return instancetype === undefined
        ? { in: 'vm', path: `/spec/template/spec/domain/devices/${list}`, value: device }
        : { in: 'vm', path: '/spec/instancetype/name', value: instancetype };
    },
    listed: valuesOf,
    each: valuesOf,
    cell: joinValues,
    multiple: true,
    optional: true,
    open: true,
    partial: true,
  });

export const gpuField = deviceField(
  'gpu',
  say('GPU'),
  'gpu|gpus|vgpu|vgpus|graphics card|graphics cards',
  'gpus',
);

export const hostDeviceField = deviceField(
  'hostDevice',
  say('Host device'),
  'host device|host devices|hostdevice|hostdevices|pci device|pci devices|passthrough device|passthrough devices|pci passthrough|passthrough',
  'hostDevices',
);

const FROM_PREFERENCE = ['preferences', 'clusterPreferences'] as const;

export const secureBootField = defineFlag({
  name: 'secureBoot',
  label: say('Secure boot'),
  words: 'secure boot|secureboot',
  yes: 'secure boot enabled|secure boot on|with secure boot enabled',
  no: 'secure boot disabled|secure boot off|secure boot not enabled',
  needs: FROM_PREFERENCE,
  read: ({ hardware, joined }) => hardware.secureBoot ?? joined.preference?.secureBoot,
});

export const tpmField = defineFlag({
  name: 'tpm',
  label: say('TPM'),
  words: 'tpm|vtpm|tpms|virtual tpm|tpm 2.0|trusted platform module|tpm device|tpm devices',
  needs: FROM_PREFERENCE,
  read: ({ hardware, joined }) => hardware.tpm ?? joined.preference?.tpm,
});

export const dedicatedCpuField = defineFlag({
  name: 'dedicatedCpu',
  label: say('Dedicated CPU'),
  words:
    'dedicated cpu|dedicated cpus|dedicated cpu placement|dedicatedcpu|pinned cpu|pinned cpus|cpu pinning|dedicated cores|cpu pinned|cpu-pinned|dedicated vcpus',
  read: ({ hardware }) => hardware.dedicatedCpu,
});

export const hugepagesField = defineFlag({
  name: 'hugepages',
  label: say('Huge pages'),
  words: 'hugepages|huge pages|hugepage|huge page',
  read: ({ hardware }) => hardware.hugepages,
});

export const cdromField = defineFlag({
  name: 'cdrom',
  label: say('CD-ROM'),
  words: 'cdrom|cd-rom|cdroms|cd-roms|cd rom|cd drive|cd|dvd|dvd drive|iso|mounted iso|iso image',
  read: ({ hardware }) => hardware.cdrom,
});
