import { say } from '../../../messages';
import { conditionProof } from '../../evidence';
import { migrationBlocker } from '../../migratable';
import { defineRule } from '../../rule';

const REASONS = [
  'HostDeviceNotLiveMigratable',
  'SEVNotLiveMigratable',
  'TDXNotLiveMigratable',
  'SecureExecutionNotLiveMigratable',
  'HypervPassthroughNotLiveMigratable',
  'VirtIOFSNotLiveMigratable',
  'PersistentReservationNotLiveMigratable',
  'HotplugNotLiveMigratable',
];

export const notLiveMigratableDevice = defineRule({
  id: 'not-live-migratable-device',
  title: say('The virtual machine cannot migrate because a device or feature ties it to its node'),
  stage: 'migration',
  needs: ['vm', 'vmi'],
  run: ({ vmi }, context) => {
    const condition = migrationBlocker(vmi, context, REASONS);
    if (vmi === undefined || condition === undefined) return [];
    return [
      {
        severity: 'warning',
        confidence: 'certain',
        explanation: say(
          'KubeVirt reports {{reason}}. It names only the first blocker; others may follow when this one is removed.',
          { reason: condition.reason },
        ),
        evidence: [conditionProof(vmi, condition)],
        fixes: [
          {
            id: 'plan-downtime',
            description: say(
              'Remove the device or feature, or plan a shutdown for the time of the maintenance.',
            ),
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
