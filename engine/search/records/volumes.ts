import { at, isRecord, listAt, parseQuantity, textAt, type KubeObject } from '../../kubernetes';

/** A volume that holds data of the machine: no cloud-init, no Secret, no CD-ROM. */
export type Volume = {
  /** The PersistentVolumeClaim, by its name. */
  claim?: string;
  /** The size the machine itself states, in bytes. */
  size?: number;
};

/** The disks, and where their content came from. */
export type Volumes = { volumes: readonly Volume[]; sources: readonly string[] };

const templates = (vm: KubeObject): ReadonlyMap<string, unknown> =>
  new Map(
    listAt(vm, 'spec', 'dataVolumeTemplates').flatMap((entry) => {
      const name = textAt(entry, 'metadata', 'name');
      return name === undefined ? [] : [[name, at(entry, 'spec')] as const];
    }),
  );

const statedSize = (spec: unknown): number | undefined =>
  parseQuantity(at(spec, 'storage', 'resources', 'requests', 'storage')) ??
  parseQuantity(at(spec, 'pvc', 'resources', 'requests', 'storage'));

const sourceOf = (spec: unknown): string | undefined =>
  textAt(spec, 'sourceRef', 'name') ??
  textAt(spec, 'source', 'pvc', 'name') ??
  textAt(spec, 'source', 'snapshot', 'name') ??
  textAt(spec, 'source', 'registry', 'url') ??
  textAt(spec, 'source', 'http', 'url');

const DATA = ['containerDisk', 'emptyDisk', 'hostDisk', 'ephemeral'] as const;

const volumeOf = (entry: unknown, specs: ReadonlyMap<string, unknown>): Volume | undefined => {
  const claim =
    textAt(entry, 'dataVolume', 'name') ?? textAt(entry, 'persistentVolumeClaim', 'claimName');
  if (claim !== undefined) {
    const size = statedSize(specs.get(claim));
    return { claim, ...(size === undefined ? {} : { size }) };
  }
  if (!DATA.some((kind) => isRecord(at(entry, kind)))) return undefined;
  const size = parseQuantity(at(entry, 'emptyDisk', 'capacity')) ?? 0;
  return { size };
};

/** The volumes of a machine that hold data. */
export const readVolumes = (vm: KubeObject): Volumes => {
  const specs = templates(vm);
  const spec = at(vm, 'spec', 'template', 'spec');
  const cdroms = new Set(
    listAt(spec, 'domain', 'devices', 'disks')
      .filter((disk) => isRecord(at(disk, 'cdrom')))
      .map((disk) => textAt(disk, 'name')),
  );
  const entries = listAt(spec, 'volumes').filter((entry) => !cdroms.has(textAt(entry, 'name')));
  const volumes = entries.map((entry) => volumeOf(entry, specs));
  const sources = [
    ...[...specs.values()].map(sourceOf),
    ...entries.map((entry) => textAt(entry, 'containerDisk', 'image')),
  ];
  return {
    volumes: volumes.filter((volume) => volume !== undefined),
    sources: [...new Set(sources.filter((source) => source !== undefined))],
  };
};
