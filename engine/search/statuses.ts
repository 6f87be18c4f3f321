/** The printable statuses of a VirtualMachine (`.status.printableStatus`), as KubeVirt writes them. */
export const STATUSES = [
  'Stopped',
  'Provisioning',
  'Starting',
  'Running',
  'Paused',
  'Stopping',
  'Terminating',
  'CrashLoopBackOff',
  'Migrating',
  'Unknown',
  'ErrorUnschedulable',
  'ErrImagePull',
  'ImagePullBackOff',
  'ErrorPvcNotFound',
  'DataVolumeError',
  'WaitingForVolumeBinding',
  'WaitingForReceiver',
] as const;

/**
 * The statuses meant by "in error": those KubeVirt's own metrics count as errors. Waiting for a
 * volume to bind is a normal step and not among them.
 */
export const ERROR_STATUSES = [
  'CrashLoopBackOff',
  'Unknown',
  'ErrorUnschedulable',
  'ErrImagePull',
  'ImagePullBackOff',
  'ErrorPvcNotFound',
  'DataVolumeError',
] as const;

/** The value of the status field that stands for the whole error group. */
export const ERROR_GROUP = 'Error';

const errors: ReadonlySet<string> = new Set(ERROR_STATUSES);

export const isErrorStatus = (status: string): boolean => errors.has(status);

/** What the error group stands for, for the people who read the query. */
export const ERROR_EXPANSION = [
  ...ERROR_STATUSES,
  'Failure=True',
  'Starting with Synchronized=False',
].join(', ');
