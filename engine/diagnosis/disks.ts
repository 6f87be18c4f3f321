import {
  annotationsOf,
  at,
  listAt,
  namespaceOf,
  nameOf,
  recordAt,
  textAt,
  uidOf,
  type KubeObject,
  type Path,
} from '../kubernetes';
import { containersOf, saidByContainers } from './containers';
import type { Facts, Lookup } from './facts';
import { worksFor } from './gather/work-claims';
import { isStarting, phaseOf } from './intent';
import { eventsAbout, saidByConditions, saidByEvents, type Statement } from './statements';

/** A disk of the VM that rests on a claim: what asks for it, the claim, and who fills it. */
export type Disk = {
  /** Name of the DataVolume and of the claim. */
  readonly name: string;
  readonly dataVolume?: Lookup;
  readonly claim?: Lookup;
  /** Claims CDI fills in its place, and the pods that do so. */
  readonly workClaims: readonly KubeObject[];
  readonly workers: readonly KubeObject[];
};

export type DiskFacts = Pick<Facts, 'dataVolumes' | 'claims'> &
  Partial<Pick<Facts, 'workClaims' | 'importers'>>;

const PRIME = 'cdi.kubevirt.io/storage.populator.pvcPrime';

const isWorkClaimOf = (claim: KubeObject | undefined, work: KubeObject): boolean => {
  const prime = annotationsOf(claim)[PRIME] ?? `prime-${uidOf(claim) ?? ''}`;
  const names = [prime, `${prime}-scratch`, `tmp-pvc-${uidOf(claim) ?? ''}`];
  return names.includes(nameOf(work));
};

/** The disks of the VM in the order in which it names them. */
export const disksOf = ({
  dataVolumes,
  claims,
  workClaims = [],
  importers = [],
}: DiskFacts): Disk[] => {
  const names = [...new Set([...dataVolumes, ...claims].map(({ ref }) => ref.name))];
  return names.map((name) => {
    const dataVolume = dataVolumes.find(({ ref }) => ref.name === name);
    const claim = claims.find(({ ref }) => ref.name === name);
    return {
      name,
      ...(dataVolume === undefined ? {} : { dataVolume }),
      ...(claim === undefined ? {} : { claim }),
      workClaims: workClaims.filter((work) => isWorkClaimOf(claim?.object, work)),
      workers: importers.filter((pod) => claim !== undefined && worksFor(pod, [claim])),
    };
  });
};

/** Its content is not there yet: its DataVolume has not succeeded, or its claim is not bound. */
export const isUnfilled = ({ dataVolume, claim }: Disk): boolean => {
  if (dataVolume?.object !== undefined) return phaseOf(dataVolume.object) !== 'Succeeded';
  return claim?.object !== undefined && phaseOf(claim.object) !== 'Bound';
};

/** A DataVolume that is still to be made is neither filled nor unfilled. */
export const isFilled = (disk: Disk): boolean =>
  phaseOf(disk.dataVolume?.object) === 'Succeeded' ||
  (disk.dataVolume?.object === undefined && phaseOf(disk.claim?.object) === 'Bound');

/** The claim was looked for and does not exist; one that could not be read may well be there. */
export const isKnownAbsent = ({ claim }: Disk): boolean =>
  claim !== undefined && claim.object === undefined;

/** The second volume that some images are unpacked in, which has a class of its own. */
export const isScratch = (claim: KubeObject): boolean => nameOf(claim).endsWith('-scratch');

/** The disk without its scratch space: what keeps that from its volume is no trouble of the disk. */
export const withoutScratch = (disk: Disk): Disk => ({
  ...disk,
  workClaims: disk.workClaims.filter((claim) => !isScratch(claim)),
});

/** The disks that still wait for their content. */
export const unfilledDisks = (facts: DiskFacts): Disk[] => disksOf(facts).filter(isUnfilled);

const objectsOf = ({ dataVolume, claim, workClaims, workers }: Disk): KubeObject[] =>
  [dataVolume?.object, claim?.object, ...workClaims, ...workers].filter(
    (object) => object !== undefined,
  );

/** What events say about the disk, its claims and its worker pods, newest first. */
export const saidOfDisk = (disk: Disk, events: readonly KubeObject[]): Statement[] => {
  const own = objectsOf(disk);
  return saidByEvents(
    events.filter((event) => own.some((object) => eventsAbout([event], object).length > 0)),
  );
};

/** Everything said about the disk: its worker pods first, then its conditions, then events. */
export const saidAbout = (disk: Disk, events: readonly KubeObject[]): Statement[] => [
  ...saidByContainers(disk.workers.flatMap(containersOf)),
  ...saidByConditions(disk.dataVolume?.object, disk.claim?.object),
  ...saidOfDisk(disk, events),
];

/** The spec that asks for the disk's storage: of its DataVolume's `storage` or `pvc`, or its claim. */
export const storageRequestOf = ({
  dataVolume,
  claim,
}: Disk): { object: KubeObject; path: Path } | undefined => {
  const object = dataVolume?.object;
  if (object !== undefined) {
    const field = at(object, 'spec', 'storage') === undefined ? 'pvc' : 'storage';
    return { object, path: ['spec', field] };
  }
  return claim?.object === undefined ? undefined : { object: claim.object, path: ['spec'] };
};

/** Where the VM's template for this DataVolume stands; specs of DataVolumes cannot be changed. */
export const templatePathOf = (vm: KubeObject, name: string): Path | undefined => {
  const index = listAt(vm, 'spec', 'dataVolumeTemplates').findIndex(
    (template) => textAt(template, 'metadata', 'name') === name,
  );
  return index < 0 ? undefined : ['spec', 'dataVolumeTemplates', index];
};

/** Which source fills it: `http`, `registry`, `pvc`, `upload`, … */
export const sourceOf = (dataVolume: KubeObject | undefined): string | undefined =>
  Object.keys(recordAt(dataVolume, 'spec', 'source'))[0];

/** The disk that a volume of the VM stands for, by the volume's name. */
export const diskOfVolume = (
  vm: KubeObject,
  volume: string,
  disks: readonly Disk[],
): Disk | undefined => {
  const entry = listAt(vm, 'spec', 'template', 'spec', 'volumes').find(
    (one) => textAt(one, 'name') === volume,
  );
  const name =
    textAt(entry, 'dataVolume', 'name') ?? textAt(entry, 'persistentVolumeClaim', 'claimName');
  return disks.find((disk) => disk.name === name);
};

export const namespaceOfDisk = ({ dataVolume, claim }: Disk): string =>
  namespaceOf(dataVolume?.object ?? claim?.object) ?? dataVolume?.ref.namespace ?? 'default';

/** A disk that is not ready keeps a starting VM down; beside a running or stopped one it is latent. */
export const diskSeverity = (
  vm: KubeObject,
  vmi: KubeObject | undefined,
): 'critical' | 'warning' => (isStarting(vm, vmi) ? 'critical' : 'warning');
