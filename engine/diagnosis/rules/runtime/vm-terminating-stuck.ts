import { formatAge, isDeleting, listAt, nameOf, textAt } from '../../../kubernetes';
import { say, type Message } from '../../../messages';
import { proof, proofIf } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { activePodOf } from '../../intent';
import { leavingOf } from '../../leaving';
import { defineRule } from '../../rule';

/** KubeVirt removes these itself when the instance and its pod are gone. */
const OWN = /^(?:kubevirt\.io\/|foregroundDeleteVirtualMachine$|foregroundDeletion$|orphan$)/;
const SNAPSHOT = 'snapshot.kubevirt.io/snapshot-source-protection';

const why = (kind: string, age: string, foreign: readonly string[], hasPod: boolean): Message => {
  const params = { kind, age, finalizers: foreign.join(', ') };
  if (hasPod && foreign.length > 0) {
    return say(
      '{{kind}} is being deleted for {{age}}, longer than its grace period. Its launcher pod is still there, and these finalizers hold it: {{finalizers}}.',
      params,
    );
  }
  if (hasPod) {
    return say(
      '{{kind}} is being deleted for {{age}}, longer than its grace period, and its launcher pod is still there.',
      params,
    );
  }
  return foreign.length > 0
    ? say(
        '{{kind}} is being deleted for {{age}}, and these finalizers hold it: {{finalizers}}.',
        params,
      )
    : say('{{kind}} is being deleted for {{age}}, and KubeVirt has not finished.', params);
};

/** A guest that ignores the shutdown may use up its whole grace period; after that it is stuck. */
export const vmTerminatingStuck = defineRule({
  id: 'vm-terminating-stuck',
  title: say('The virtual machine does not finish stopping'),
  stage: 'runtime',
  needs: ['vm', 'vmi'],
  uses: ['pods'],
  run: ({ vm, vmi, pods }, { now }) => {
    const left = leavingOf(vm, vmi, now);
    if (left === undefined || left.age <= left.usual) return [];
    const { object } = left;
    const pod = activePodOf(vmi, pods);
    const finalizers = listAt(object, 'metadata', 'finalizers').filter(
      (one): one is string => typeof one === 'string',
    );
    const foreign = finalizers.filter((one) => !OWN.test(one));
    const isProtected = foreign.includes(SNAPSHOT);
    const kind = textAt(object, 'kind') ?? '';
    const name = shellWord(nameOf(vm));
    return [
      {
        severity: 'critical',
        confidence: 'certain',
        blocking: true,
        // It is not to be changed any more, so a lock tells no more than the finalizer.
        explains: isProtected ? ['vm-locked-by-snapshot-or-restore'] : [],
        explanation: why(kind, formatAge(left.age), foreign, pod !== undefined),
        evidence: [
          proof(object, 'metadata', 'deletionTimestamp'),
          ...proofIf(object, 'metadata', 'finalizers'),
          ...(isProtected ? proofIf(vm, 'status', 'snapshotInProgress') : []),
          ...(pod !== undefined && isDeleting(pod)
            ? [proof(pod, 'metadata', 'deletionTimestamp')]
            : proofIf(pod, 'status', 'phase')),
        ],
        fixes: [
          ...(vmi === undefined
            ? []
            : [
                {
                  id: 'stop-by-force',
                  description: say('Stop the guest without waiting for it.'),
                  command: `virtctl stop ${name} ${inNamespace(vm)} --force --grace-period 0`,
                  effect: say('The guest loses what it has not written to its disks.'),
                  risk: 'manual' as const,
                },
              ]),
          {
            id: 'find-holder',
            description: isProtected
              ? say('A snapshot protects it: wait for the snapshot, or delete it.')
              : say('Find what owns the finalizer. Remove it by hand only as a last resort.'),
            command: `oc get vm,vmi,vmsnapshot ${inNamespace(vm)} -o custom-columns=KIND:.kind,NAME:.metadata.name,FINALIZERS:.metadata.finalizers`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
