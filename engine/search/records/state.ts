import { conditionsOf, parseTime, type Condition, type KubeObject } from '../../kubernetes';

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

const complains = ({ type, status }: Condition): boolean =>
  type === 'Failure' ? status === 'True' : status === 'False';

/** The message of the condition that tells most: Failure, then Synchronized, then Ready. */
export const problemOf = (vm: KubeObject): string | undefined => {
  const conditions = conditionsOf(vm);
  for (const type of ['Failure', 'Synchronized', 'Ready']) {
    const found = conditions.find((condition) => condition.type === type && complains(condition));
    const text = found?.message === '' ? found.reason : found?.message;
    if (text !== undefined && text !== '') return text;
  }
  return undefined;
};
