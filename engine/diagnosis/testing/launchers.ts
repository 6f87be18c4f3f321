import { pod } from './factories';

/** A launcher pod that ended with one of its containers. */
export const ended = (container: string, reason: string, metadata = {}) =>
  pod({
    metadata,
    status: {
      phase: 'Failed',
      containerStatuses: [{ name: container, state: { terminated: { reason, exitCode: 137 } } }],
    },
  });
