import { flagAt, nameOf, textAt } from '../../../kubernetes';
import { say } from '../../../messages';
import { proofIf, saidIf } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { activePodOf, isStarting, phaseOf } from '../../intent';
import { defineRule } from '../../rule';
import { saidByConditions, saidByEvents } from '../../statements';

const REASON = 'FailedGuaranteeResources';
const CPU = ['domain', 'cpu', 'dedicatedCpuPlacement'] as const;

/**
 * A guest with dedicated CPUs needs a pod of class Guaranteed. KubeVirt makes one, so something
 * changed its requests or limits: a mutating webhook or a LimitRange.
 */
export const dedicatedCpuNotGuaranteed = defineRule({
  id: 'dedicated-cpu-not-guaranteed',
  title: say('The launcher pod does not get the dedicated CPUs that the guest needs'),
  stage: 'pod',
  needs: ['vm', 'vmi', 'pods'],
  uses: ['events', 'limitRanges'],
  run: ({ vm, vmi, pods, events, limitRanges }) => {
    const pod = activePodOf(vmi, pods);
    if (!isStarting(vm, vmi) || pod === undefined) return [];
    const said = [...saidByConditions(vmi), ...saidByEvents(events)].find(
      ({ reason, text }) => reason === REASON || text.includes('failed to guarantee pod resources'),
    );
    const quality = textAt(pod, 'status', 'qosClass');
    const isChanged =
      flagAt(vmi, 'spec', ...CPU) === true &&
      phaseOf(pod) === 'Running' &&
      quality !== undefined &&
      quality !== 'Guaranteed';
    if ((said === undefined && !isChanged) || quality === 'Guaranteed') return [];
    return [
      {
        severity: 'critical',
        confidence: said !== undefined && quality !== undefined ? 'certain' : 'likely',
        blocking: true,
        explanation: say(
          'The guest is to have CPUs of its own, so its pod must be of class Guaranteed. The pod is {{quality}}: a webhook or a limit range changed its requests or limits.',
          { quality: quality ?? 'not' },
        ),
        evidence: [
          ...saidIf(said),
          ...proofIf(pod, 'status', 'qosClass'),
          ...proofIf(vmi, 'spec', ...CPU),
          ...limitRanges.slice(0, 2).flatMap((range) => proofIf(range, 'spec', 'limits')),
        ],
        fixes: [
          {
            id: 'compare-pod-resources',
            description: say(
              'See in which container requests and limits differ, and find the webhook or limit range that did it.',
            ),
            command: `oc describe pod ${shellWord(nameOf(pod))} ${inNamespace(vm)} && oc get limitrange ${inNamespace(vm)} && oc get mutatingwebhookconfigurations`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
