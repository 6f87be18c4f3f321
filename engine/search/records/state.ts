import {
  conditionsOf,
  parseTime,
  pointer,
  textAt,
  type Condition,
  type KubeObject,
} from '../../kubernetes';

/** When the state last changed, and the JSON Pointer of the time in the VirtualMachine. */
export type Change = { time: number; path: string };

/** KubeVirt's own rule for "how long in this state"; no other condition tells of the VM's state. */
const STATE_CONDITIONS: ReadonlySet<string> = new Set(['Ready', 'Failure', 'Paused']);

/** The latest transition of Ready, Failure and Paused: never the creation time, never an event's. */
export const lastChange = (vm: KubeObject): Change | undefined => {
  let latest: Change | undefined;
  for (const condition of conditionsOf(vm)) {
    const time = parseTime(condition.lastTransitionTime);
    if (!STATE_CONDITIONS.has(condition.type) || time === undefined) continue;
    if (latest === undefined || time > latest.time) {
      latest = { time, path: `/${condition.path.join('/')}/lastTransitionTime` };
    }
  }
  return latest;
};

/**
 * In error whatever the printable status says: KubeVirt gave up on a step (Failure=True), or the
 * machine says Starting while its instance cannot be made (Synchronized=False).
 */
export const isFailing = (vm: KubeObject): boolean => {
  const isStarting = textAt(vm, 'status', 'printableStatus') === 'Starting';
  return conditionsOf(vm).some(
    ({ type, status }) =>
      (type === 'Failure' && status === 'True') ||
      (type === 'Synchronized' && status === 'False' && isStarting),
  );
};

/** Conditions that tell why a machine does not run, the one that tells most first. */
const TELLING: readonly (readonly [type: string, status: string])[] = [
  ['Failure', 'True'],
  ['Synchronized', 'False'],
  ['PodScheduled', 'False'],
  ['DataVolumesReady', 'False'],
  ['Paused', 'True'],
  ['Ready', 'False'],
];

/** Reasons of Ready that only repeat that the machine does not run. */
const EMPTY_REASONS: ReadonlySet<string> = new Set(['VMINotExists', 'GuestNotRunning']);

/** What a condition says of why a machine does not run, and the JSON Pointer of the condition. */
export type Report = { reason: string; message: string; path: string };

const isTold = ({ reason, message }: Condition): boolean =>
  !EMPTY_REASONS.has(reason) && `${reason}${message}` !== '';

/** What the cluster itself says about why the machine does not run, what tells most first. */
export const reportsOf = (vm: KubeObject): Report[] => {
  const conditions = conditionsOf(vm);
  return TELLING.flatMap(([type, status]) =>
    conditions.filter((condition) => condition.type === type && condition.status === status),
  )
    .filter(isTold)
    .map(({ reason, message, path }) => ({ reason, message, path: pointer(...path) }));
};
