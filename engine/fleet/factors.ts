import { at, listAt, textAt, type KubeObject, type ObjectRef } from '../kubernetes';
import { present } from '../redaction';
import { stageOf, type Diagnosis, type RootCause } from '../diagnosis';
import type { Stage } from '../diagnosis/stages';
import type { Factor } from './types';

/** What belongs to one VM alone, or is only a sign of its trouble. */
const OWN = new Set([
  'VirtualMachine',
  'VirtualMachineInstance',
  'VirtualMachineInstanceMigration',
  'VirtualMachineSnapshot',
  'VirtualMachineRestore',
  'VirtualMachineClone',
  'VirtualMachineExport',
  'DataVolume',
  'PersistentVolumeClaim',
  'PersistentVolume',
  'ControllerRevision',
  'Pod',
  'Event',
]);

/** Of what surrounds a VM, the kinds that can be why VMs fail at a stage, the likeliest first. */
const AT_STAGE: Readonly<Record<Stage, readonly string[]>> = {
  platform: ['Node'],
  vm: [],
  storage: ['Image', 'StorageClass'],
  pod: ['NetworkAttachmentDefinition'],
  scheduling: ['StorageClass'],
  volumes: ['StorageClass', 'Node'],
  image: ['Image', 'Node'],
  network: ['NetworkAttachmentDefinition', 'Node'],
  runtime: ['Node', 'StorageClass'],
  guest: ['Image', 'Node'],
  migration: ['StorageClass', 'NetworkAttachmentDefinition', 'Node'],
  operation: ['StorageClass'],
};

const nameOf = ({ namespace, name }: ObjectRef): string =>
  namespace === undefined ? name : `${namespace}/${name}`;

/** A URL or an image without what could be a secret, and without what differs from VM to VM. */
const plainImage = (text: string): string => present(text.split('?')[0] ?? '');

/** Images the VM boots from: of container disks, and where its DataVolumes are filled from. */
const imagesOf = (vm: KubeObject | undefined): string[] => [
  ...listAt(vm, 'spec', 'template', 'spec', 'volumes').flatMap(
    (volume) => textAt(volume, 'containerDisk', 'image') ?? [],
  ),
  ...listAt(vm, 'spec', 'dataVolumeTemplates').flatMap((template) =>
    ['http', 'registry', 's3', 'gcs', 'imageio'].flatMap(
      (source) => textAt(at(template, 'spec', 'source', source), 'url') ?? [],
    ),
  ),
];

/** Everything that could be behind a cause of this VM, the most telling first. */
export const factorsOf = (
  cause: RootCause,
  { graph, vm: { namespace } }: Diagnosis,
  vm: KubeObject | undefined,
): Factor[] => {
  const named = cause.evidence
    .filter(({ ref }) => !OWN.has(ref.kind))
    .map(({ ref }) => ({ kind: ref.kind, name: nameOf(ref), proven: true }));
  // A list of nodes says what the scheduler looked at, not what is wrong with one of them.
  const isSurvey = named.filter(({ kind }) => kind === 'Node').length > 1;
  const proven = named.filter(({ kind }) => !(isSurvey && kind === 'Node'));
  const kinds = AT_STAGE[stageOf(cause.id) ?? 'vm'];
  const around = kinds.flatMap((kind) => {
    const names =
      kind === 'Image'
        ? imagesOf(vm).map(plainImage)
        : graph.nodes.filter(({ ref }) => ref.kind === kind).map(({ ref }) => nameOf(ref));
    return names.map((name) => ({ kind, name, proven: false }));
  });
  const all = [...proven, ...around, { kind: 'Namespace', name: namespace, proven: false }];
  return all.filter(
    (one, index) =>
      all.findIndex(({ kind, name }) => kind === one.kind && name === one.name) === index,
  );
};
