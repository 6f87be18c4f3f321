import { createdOf, type KubeObject } from '../../kubernetes';
import { activePodOf, isEvacuating, phaseOf } from '../intent';
import type { Lookup } from '../facts';
import { newestFirst, subject, type Subject } from './events';
import type { Situation } from './situation';

/** The objects around a VM that may have events worth reading. */
export type Cast = {
  readonly launchers: readonly KubeObject[];
  readonly claims: readonly Lookup[];
  readonly dataVolumes: readonly Lookup[];
  readonly workClaims: readonly KubeObject[];
  readonly importers: readonly KubeObject[];
  readonly hotplugPods: readonly KubeObject[];
  readonly migrations: readonly KubeObject[];
  readonly restores: readonly KubeObject[];
  readonly clones: readonly KubeObject[];
};

const isPending = (object: KubeObject): boolean => phaseOf(object) === 'Pending';

const podSubjects = ({ instance }: Situation, { launchers, hotplugPods }: Cast): Subject[] => {
  const active = activePodOf(instance, launchers);
  const waiting = launchers.filter((pod) => pod !== active && isPending(pod));
  return [...(active ? [active] : []), ...waiting, ...hotplugPods].map(subject);
};

/** Claims that are not bound and DataVolumes that are not filled; both share a name. */
const diskSubjects = ({ claims, dataVolumes, workClaims, importers }: Cast): Subject[] => [
  ...claims.flatMap(({ object }) =>
    object === undefined || phaseOf(object) === 'Bound' ? [] : [subject(object)],
  ),
  ...dataVolumes.flatMap(({ object, ref: { name } }) =>
    object === undefined || phaseOf(object) === 'Succeeded'
      ? []
      : [subject(object), { kind: 'PersistentVolumeClaim', name }],
  ),
  // What a worker that runs has to say stands in its container's status.
  ...[...workClaims, ...importers].filter(isPending).map(subject),
];

const operationSubjects = (
  { instance, migrating, asks }: Situation,
  { migrations, restores, clones }: Cast,
): Subject[] => {
  const moves = asks('migration', 'drain') || migrating || isEvacuating(instance);
  const newest = [restores, clones].flatMap((list) => newestFirst(list, createdOf).slice(0, 1));
  return [...(moves ? migrations.slice(0, 2) : []), ...newest].map(subject);
};

/** Events of other projects are read last, as far as the budget goes: alike disks fail alike. */
export const affordable = (
  subjects: readonly Subject[],
  own: string,
  reads: number,
): readonly Subject[] => {
  const isForeign = ({ namespace = own }: Subject): boolean => namespace !== own;
  const first = subjects.filter((one) => !isForeign(one));
  const spent = new Set(first.map(({ name }) => name)).size;
  return [...first, ...subjects.filter(isForeign).slice(0, Math.max(0, reads - spent))];
};

/** Whose events are read: the VM's and its instance's, and those of what is not well yet. */
export const subjectsOf = (situation: Situation, cast: Cast): Subject[] => {
  const { machine, instance, name } = situation;
  return [
    subject(machine),
    instance ? subject(instance) : { kind: 'VirtualMachineInstance', name },
    ...podSubjects(situation, cast),
    ...diskSubjects(cast),
    ...operationSubjects(situation, cast),
  ];
};
