import {
  isDeleting,
  MINUTE,
  numberAt,
  parseTime,
  SECOND,
  textAt,
  type KubeObject,
} from '../kubernetes';

/** Seconds that KubeVirt gives the guest to shut down when the spec says nothing. */
const DEFAULT_GRACE = 30;
const MARGIN = 2 * MINUTE;

/** A VM or its instance on the way out. Times in milliseconds. */
export type Leaving = {
  readonly object: KubeObject;
  readonly age: number;
  /** A guest that does not react may take this long: its grace period and some work. */
  readonly usual: number;
};

/** The instance when it is being deleted, else the VM when it is. */
export const leavingOf = (
  vm: KubeObject,
  vmi: KubeObject | undefined,
  now: number,
): Leaving | undefined => {
  const object = [vmi, vm].find(isDeleting);
  const since = parseTime(textAt(object, 'metadata', 'deletionTimestamp'));
  if (object === undefined || since === undefined) return undefined;
  const field = 'terminationGracePeriodSeconds';
  const grace =
    numberAt(vmi, 'spec', field) ??
    numberAt(vm, 'spec', 'template', 'spec', field) ??
    DEFAULT_GRACE;
  const guest = vmi === undefined ? 0 : grace * SECOND;
  return { object, age: Math.max(0, now - since), usual: guest + MARGIN };
};
