/** How a printable status reads at a glance. */
export type StatusTone =
  'running' | 'error' | 'warning' | 'progress' | 'migrating' | 'paused' | 'stopped' | 'unknown';

const TONES: Readonly<Record<string, StatusTone>> = {
  Running: 'running',
  Migrating: 'migrating',
  Paused: 'paused',
  Stopped: 'stopped',
  Starting: 'progress',
  Provisioning: 'progress',
  Stopping: 'progress',
  Terminating: 'progress',
  WaitingForReceiver: 'progress',
  WaitingForVolumeBinding: 'warning',
  CrashLoopBackOff: 'error',
  ErrorUnschedulable: 'error',
  ErrImagePull: 'error',
  ImagePullBackOff: 'error',
  ErrorPvcNotFound: 'error',
  DataVolumeError: 'error',
};

/** The tone of a VirtualMachine's printable status; a status KubeVirt may add later is `unknown`. */
export const statusTone = (status: string): StatusTone =>
  Object.hasOwn(TONES, status) ? (TONES[status] ?? 'unknown') : 'unknown';
