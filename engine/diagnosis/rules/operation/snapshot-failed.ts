import {
  byCodeUnit,
  conditionOf,
  createdOf,
  flagAt,
  MINUTE,
  nameOf,
  textAt,
  type Condition,
  type KubeObject,
} from '../../../kubernetes';
import { say, type Message } from '../../../messages';
import { cut, present } from '../../../redaction';
import { proof, proofIf } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { ageOf, phaseOf } from '../../intent';
import { defineRule } from '../../rule';

/** Locking the source takes moments; what keeps it from being locked longer does not go by itself. */
const PATIENCE = 2 * MINUTE;

const ERROR = ['status', 'error', 'message'] as const;

/** Why the snapshot cannot begin, while it waits. */
const waitsFor = (snapshot: KubeObject, now: number): Condition | undefined => {
  const progressing = conditionOf(snapshot, 'Progressing');
  const isWaiting = phaseOf(snapshot) === 'InProgress' || phaseOf(snapshot) === undefined;
  return isWaiting && progressing?.status === 'False' && ageOf(snapshot, now) > PATIENCE
    ? progressing
    : undefined;
};

const why = (name: string, reason: string, isWaiting: boolean): Message => {
  const params = { name, reason: cut(present(reason), 300) };
  if (isWaiting) return say('Snapshot {{name}} cannot begin: {{reason}}', params);
  return reason === ''
    ? say('Snapshot {{name}} failed, and does not say why.', params)
    : say('Snapshot {{name}} failed: {{reason}}', params);
};

/** Snapshot conditions carry their sentence in `reason`, not in `message`. */
export const snapshotFailed = defineRule({
  id: 'snapshot-failed',
  title: say('The last snapshot of the virtual machine failed'),
  stage: 'operation',
  needs: ['vm', 'snapshots'],
  run: ({ vm, snapshots }, { topics, now, request }) => {
    const words = `${request.question ?? ''} ${request.error ?? ''}`.split(/[^\w.-]+|\.(?!\w)/);
    const newestFirst = [...snapshots].sort((a, b) =>
      byCodeUnit(createdOf(b) ?? '', createdOf(a) ?? ''),
    );
    const snapshot = newestFirst.find((one) => words.includes(nameOf(one))) ?? newestFirst[0];
    if (snapshot === undefined || !topics.has('snapshot')) return [];
    const waiting = waitsFor(snapshot, now);
    const failure = conditionOf(snapshot, 'Failure');
    // One that was taken loses its error only with its volume snapshots back.
    const isSpoilt =
      phaseOf(snapshot) === 'Succeeded' &&
      textAt(snapshot, ...ERROR) !== undefined &&
      !flagAt(snapshot, 'status', 'readyToUse');
    const hasFailed = phaseOf(snapshot) === 'Failed' || failure?.status === 'True' || isSpoilt;
    if (!hasFailed && waiting === undefined) return [];
    const told = hasFailed ? failure : waiting;
    const reason = textAt(snapshot, ...ERROR) ?? told?.reason ?? '';
    return [
      {
        severity: 'warning',
        confidence: 'certain',
        explanation: why(nameOf(snapshot), reason, !hasFailed),
        // A snapshot that does not get on holds the VM.
        explains:
          textAt(vm, 'status', 'snapshotInProgress') === nameOf(snapshot)
            ? ['vm-locked-by-snapshot-or-restore']
            : [],
        evidence: [
          ...proofIf(snapshot, 'status', 'phase'),
          ...proofIf(snapshot, ...ERROR),
          ...(told === undefined ? [] : [proof(snapshot, ...told.path, 'reason')]),
        ],
        fixes: [
          {
            id: 'show-snapshot',
            description: hasFailed
              ? say(
                  'Look at the volume snapshots it made, and take it again with a longer failureDeadline.',
                )
              : say('Remove what keeps the virtual machine from being locked; it then goes on.'),
            command: `oc describe vmsnapshot ${shellWord(nameOf(snapshot))} ${inNamespace(vm)} && oc get volumesnapshot ${inNamespace(vm)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
