import { at, conditionsOf, nameOf, textAt, createdOf, byCodeUnit } from '../../../kubernetes';
import { say } from '../../../messages';
import { proof, proofIf } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { phaseOf } from '../../intent';
import { defineRule } from '../../rule';

/** Snapshot conditions carry their sentence in `reason`, not in `message`. */
export const snapshotFailed = defineRule({
  id: 'snapshot-failed',
  title: say('The last snapshot of the virtual machine failed'),
  stage: 'operation',
  needs: ['vm', 'snapshots'],
  run: ({ vm, snapshots }, { topics }) => {
    const [newest] = [...snapshots].sort((a, b) =>
      byCodeUnit(createdOf(b) ?? '', createdOf(a) ?? ''),
    );
    if (newest === undefined || !topics.has('snapshot') || phaseOf(newest) !== 'Failed') return [];
    const failure = conditionsOf(newest).find(
      ({ status, reason }) => status === 'False' && reason !== '',
    );
    const reason = textAt(newest, 'status', 'error', 'message') ?? failure?.reason ?? '';
    return [
      {
        severity: 'warning',
        confidence: 'certain',
        explanation: say('Snapshot {{name}} failed: {{reason}}', { name: nameOf(newest), reason }),
        evidence: [
          proof(newest, 'status', 'phase'),
          ...proofIf(newest, 'status', 'error', 'message'),
          ...(failure !== undefined && at(newest, ...failure.path)
            ? [proof(newest, ...failure.path, 'reason')]
            : []),
        ],
        fixes: [
          {
            id: 'show-snapshot',
            description: say(
              'Look at the volume snapshots it made, and take it again with a longer failureDeadline.',
            ),
            command: `oc describe vmsnapshot ${shellWord(nameOf(newest))} ${inNamespace(vm)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
