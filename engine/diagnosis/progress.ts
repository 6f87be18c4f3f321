import {
  at,
  listAt,
  MINUTE,
  nameOf,
  numberAt,
  parseQuantity,
  parseTime,
  SECOND,
  textAt,
  type KubeObject,
  type Path,
} from '../kubernetes';
import { containersOf } from './containers';
import { proof } from './evidence';
import type { Facts } from './facts';
import { activePodOf, phaseOf } from './intent';
import { openMigration } from './migrations';
import { eventsAbout, saidByEvents } from './statements';
import type { Evidence } from './types';

/** How long something has gone on without a step, how long that may take, and what tells so. */
export type Progress = {
  readonly age: number;
  readonly usual: number;
  readonly evidence: readonly Evidence[];
};

type Step = { readonly time: number; readonly object: KubeObject; readonly path: Path };

const CREATED = ['metadata', 'creationTimestamp'];

const stepAt = (object: KubeObject | undefined, ...path: Path): Step[] => {
  const time = parseTime(textAt(object, ...path));
  return object === undefined || time === undefined ? [] : [{ time, object, path }];
};

/** What became true of an object; what stopped being so is no step on the way. */
const reached = (object: KubeObject | undefined): Step[] =>
  listAt(object, 'status', 'conditions').flatMap((condition, index) =>
    textAt(condition, 'status') === 'True'
      ? stepAt(object, 'status', 'conditions', index, 'lastTransitionTime')
      : [],
  );

const podSteps = (pod: KubeObject | undefined): Step[] => [
  ...stepAt(pod, ...CREATED),
  ...reached(pod),
  ...containersOf(pod).flatMap(({ path }) => [
    ...stepAt(pod, ...path, 'state', 'running', 'startedAt'),
    ...stepAt(pod, ...path, 'state', 'terminated', 'finishedAt'),
  ]),
];

const PHASES = ['status', 'phaseTransitionTimestamps'];
const AT = 'phaseTransitionTimestamp';

const phaseSteps = (vmi: KubeObject | undefined): Step[] =>
  listAt(vmi, ...PHASES).flatMap((_, index) => stepAt(vmi, ...PHASES, index, AT));

const newest = (steps: readonly Step[], now: number): Step | undefined =>
  steps
    .filter(({ time }) => time <= now)
    .reduce<Step | undefined>(
      (last, step) => (last && last.time >= step.time ? last : step),
      undefined,
    );

const progressSince = (step: Step | undefined, usual: number, now: number): Progress | undefined =>
  step && { age: now - step.time, usual, evidence: [proof(step.object, ...step.path)] };

/** Since the instance reached a phase. */
export const phaseProgress = (
  vmi: KubeObject | undefined,
  phase: string,
  usual: number,
  now: number,
): Progress | undefined => {
  const index = listAt(vmi, ...PHASES).findIndex((one) => textAt(one, 'phase') === phase);
  return progressSince(newest(stepAt(vmi, ...PHASES, index, AT), now), usual, now);
};

type Ways = Pick<Facts, 'vm' | 'vmi' | 'pods' | 'dataVolumes' | 'migrations'>;

/** Since the last step of a start: the instance, its pod and its disks got on. */
export const startProgress = (
  { vm, vmi, pods, dataVolumes }: Ways,
  usual: number,
  now: number,
): Progress | undefined => {
  const steps = [
    ...stepAt(vmi ?? vm, ...CREATED),
    ...phaseSteps(vmi),
    ...podSteps(activePodOf(vmi, pods)),
    ...dataVolumes.flatMap(({ object }) => [...stepAt(object, ...CREATED), ...reached(object)]),
  ];
  return progressSince(newest(steps, now), usual, now);
};

/** How long a new node may take to be ready: so long the cluster autoscaler waits for one, too. */
const JOINING = 15 * MINUTE;

/** Since the last of the nodes joined the cluster. */
export const joinProgress = (nodes: readonly KubeObject[], now: number): Progress | undefined =>
  progressSince(
    newest(
      nodes.flatMap((node) => stepAt(node, ...CREATED)),
      now,
    ),
    JOINING,
    now,
  );

/** Since the cluster autoscaler asked for a node for this pod, unless it said later that it cannot. */
export const scaleUpProgress = (
  { events }: Pick<Facts, 'events'>,
  pod: KubeObject,
  now: number,
): Progress | undefined => {
  const said = saidByEvents(eventsAbout(events, pod)).find(({ reason }) =>
    reason.endsWith('ScaleUp'),
  );
  return said?.time === undefined || said.reason !== 'TriggeredScaleUp'
    ? undefined
    : { age: now - said.time, usual: JOINING, evidence: [said.evidence] };
};

const PERCENT = /^(\d+(?:\.\d+)?)%$/;
/** An image may be large; until a first percent is seen, nothing about a disk takes longer. */
export const FIRST_PERCENT = 30 * MINUTE;
/** The slowest pace that is still worth waiting for; a large disk comes over a line of 100 Mbit/s. */
const PER_PERCENT = 2 * MINUTE;
const BYTES_PER_SECOND = 10 * 1024 ** 2;

const perPercent = (dataVolume: KubeObject): number => {
  const [size = 0] = ['storage', 'pvc'].flatMap(
    (field) =>
      parseQuantity(at(dataVolume, 'spec', field, 'resources', 'requests', 'storage')) ?? [],
  );
  return Math.max(PER_PERCENT, (size / 100 / BYTES_PER_SECOND) * SECOND);
};

/**
 * The disk that is being filled. CDI tells how far it is and not since when: a pace of its whole
 * time that is too slow means that it stands still or might as well.
 */
export const fillProgress = (
  { dataVolumes }: Pick<Ways, 'dataVolumes'>,
  now: number,
): Progress | undefined => {
  const filling = dataVolumes
    .flatMap(({ object }) => (object === undefined ? [] : [object]))
    .filter((object) => phaseOf(object)?.endsWith('InProgress') === true)
    .flatMap((object) => {
      const begun = newest([...stepAt(object, ...CREATED), ...reached(object)], now);
      const percent = Number(PERCENT.exec(textAt(object, 'status', 'progress') ?? '')?.[1] ?? 0);
      const usual = Math.max(FIRST_PERCENT, percent * perPercent(object));
      const progress = progressSince(begun, usual, now);
      const shown = percent > 0 ? [proof(object, 'status', 'progress')] : [];
      return progress === undefined
        ? []
        : [{ ...progress, evidence: [...progress.evidence, ...shown] }];
    });
  const late = filling.find(({ age, usual }) => age > usual);
  return late ?? filling[0];
};

/** Seconds per GiB of the guest that KubeVirt gives a migration when nothing else is configured. */
const COMPLETION_TIMEOUT = 150;
const SHORTEST = 30 * MINUTE;
const GIB = 1024 ** 3;

const STATE = ['status', 'migrationState'];

/** KubeVirt itself ends a migration that takes too long for the guest's size. */
const usualMove = (vmi: KubeObject | undefined): number => {
  const perGib =
    numberAt(vmi, ...STATE, 'migrationConfiguration', 'completionTimeoutPerGiB') ??
    COMPLETION_TIMEOUT;
  const guest = parseQuantity(textAt(vmi, 'spec', 'domain', 'memory', 'guest') ?? '') ?? 0;
  return Math.max(SHORTEST, (guest / GIB) * perGib * SECOND);
};

/** Since a migration was asked for that is not over; the state of the instance may be of another. */
export const moveProgress = (
  { vmi, migrations }: Pick<Ways, 'vmi' | 'migrations'>,
  now: number,
): Progress | undefined =>
  progressSince(newest(stepAt(openMigration(migrations), ...CREATED), now), usualMove(vmi), now);

/** Since a migration began. */
export const migrationProgress = (facts: Ways, now: number): Progress | undefined => {
  const begun = newest(stepAt(facts.vmi, ...STATE, 'startTimestamp'), now);
  return progressSince(begun, usualMove(facts.vmi), now) ?? moveProgress(facts, now);
};

/** How long the helper pod of a plugged-in disk, or its claim, may take to come up. */
export const PLUG_PATIENCE = 3 * MINUTE;

/** Since the claim of a plugged-in disk was made, or the helper pod that brings it to the guest. */
export const plugProgress = (
  { vmi, hotplugPods, claims }: Pick<Facts, 'vmi' | 'hotplugPods' | 'claims'>,
  now: number,
): Progress | undefined => {
  const volumes = listAt(vmi, 'status', 'volumeStatus').filter(
    (volume) => !['Ready', 'Detaching'].includes(textAt(volume, 'phase') ?? ''),
  );
  const names = volumes.map((volume) => textAt(volume, 'hotplugVolume', 'attachPodName'));
  const waitsForClaim = volumes.some((volume) => textAt(volume, 'reason') === 'PVCNotReady');
  const waited = [
    ...hotplugPods.filter((pod) => names.includes(nameOf(pod))),
    ...claims.flatMap(({ object }) =>
      waitsForClaim && object !== undefined && phaseOf(object) === 'Pending' ? [object] : [],
    ),
  ];
  const begun = newest(
    waited.flatMap((object) => stepAt(object, ...CREATED)),
    now,
  );
  return progressSince(begun, PLUG_PATIENCE, now);
};
