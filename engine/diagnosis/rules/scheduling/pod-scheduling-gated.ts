import { conditionOf, listAt, MINUTE, nameOf, textAt } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proof } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { activePodOf, ageOf, isStarting } from '../../intent';
import { defineRule } from '../../rule';

/** Who set a gate takes it away within moments when all is well. */
const PATIENCE = 3 * MINUTE;

/** The gate of the application-aware quota, which counts VMs and not their launcher pods. */
const QUOTA_GATE = 'ApplicationAwareQuotaGate';

/** The scheduler does not look at a pod that has a gate left; whoever set it must remove it. */
export const podSchedulingGated = defineRule({
  id: 'pod-scheduling-gated',
  title: say('The launcher pod is held back from scheduling'),
  stage: 'scheduling',
  needs: ['vm', 'vmi', 'pods'],
  run: ({ vm, vmi, pods }, { now }) => {
    const pod = activePodOf(vmi, pods);
    const scheduled = conditionOf(pod ?? {}, 'PodScheduled');
    if (pod === undefined || !isStarting(vm, vmi) || ageOf(pod, now) < PATIENCE) return [];
    if (scheduled?.reason !== 'SchedulingGated') return [];
    const gates = listAt(pod, 'spec', 'schedulingGates').flatMap(
      (gate) => textAt(gate, 'name') ?? [],
    );
    const gate = gates.join(', ');
    return [
      {
        severity: 'critical',
        confidence: 'certain',
        blocking: true,
        explanation: gates.includes(QUOTA_GATE)
          ? say(
              'The application-aware quota of the project has no room, so the launcher pod keeps its gate {{gate}} and is not scheduled.',
              { gate },
            )
          : say(
              'The launcher pod has the scheduling gate {{gate}}, and whoever set it has not removed it.',
              { gate },
            ),
        evidence: [
          conditionProof(pod, scheduled),
          ...(gates.length === 0 ? [] : [proof(pod, 'spec', 'schedulingGates')]),
        ],
        fixes: [
          {
            id: 'open-gate',
            description: gates.includes(QUOTA_GATE)
              ? say(
                  'Raise the application-aware quota, or stop other virtual machines of the project.',
                )
              : say('Find the controller that sets this gate, and what it waits for.'),
            command: gates.includes(QUOTA_GATE)
              ? `oc get applicationawareresourcequotas ${inNamespace(vm)} -o yaml`
              : `oc describe pod ${shellWord(nameOf(pod))} ${inNamespace(vm)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
