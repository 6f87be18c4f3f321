import { conditionOf, MINUTE, nameOf, type KubeObject } from '../../../kubernetes';
import { say, type Message } from '../../../messages';
import { conditionProof } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { isRunning, startedAt, wantsToRun } from '../../intent';
import { defineRule } from '../../rule';
import { saidByEvents, type Statement } from '../../statements';
import type { Evidence } from '../../types';

const EVENTS = /^(?:Preempted|TaintManagerEviction)$/;
const DISRUPTIONS = /^(?:PreemptionByScheduler|DeletionByTaintManager)$/;

/** How long before the present start the pod may have been taken away to be its reason. */
const BEFORE = 30 * MINUTE;

type Removal = { readonly reason: string; readonly evidence: Evidence };

const byCondition = (pods: readonly KubeObject[]): Removal[] =>
  pods.flatMap((pod) => {
    const disruption = conditionOf(pod, 'DisruptionTarget');
    return disruption?.status === 'True' && DISRUPTIONS.test(disruption.reason)
      ? [{ reason: disruption.reason, evidence: conditionProof(pod, disruption) }]
      : [];
  });

/** An eviction that was called off is an event of the same reason. */
const isRemoval = ({ reason, text, about }: Statement): boolean =>
  about.kind === 'Pod' && EVENTS.test(reason) && !text.startsWith('Cancelling');

const byEvent = (events: readonly KubeObject[], since: number): Removal[] =>
  saidByEvents(events)
    .filter((said) => isRemoval(said) && (said.time ?? 0) >= since)
    .map(({ reason, evidence }) => ({ reason, evidence }));

const why = (reason: string): Message =>
  reason.includes('Preempt')
    ? say(
        'The scheduler took the launcher pod away to make room for a pod of higher priority. The virtual machine is started again where there is room.',
      )
    : say(
        'The launcher pod was taken off its node, which got a NoExecute taint that the virtual machine does not tolerate.',
      );

/** The pod may be gone; the condition stands while it ends, and the event for an hour. */
export const preemptedOrEvictedByScheduler = defineRule({
  id: 'preempted-or-evicted-by-scheduler',
  title: say('The launcher pod was taken off its node'),
  stage: 'scheduling',
  needs: ['vm', 'vmi', 'pods'],
  uses: ['failedPods', 'events', 'earlierEvents'],
  explains: ['vmi-crashed-unknown', 'start-failure-crashloop'],
  run: ({ vm, vmi, pods, failedPods, events, earlierEvents }) => {
    const isLeaving = byCondition(pods).length > 0;
    if (!wantsToRun(vm, vmi) || (isRunning(vmi) && !isLeaving)) return [];
    const since = (startedAt(vm, vmi) ?? 0) - BEFORE;
    const [removal] = [
      ...byCondition([...pods, ...failedPods]),
      ...byEvent([...events, ...earlierEvents], since),
    ];
    if (removal === undefined) return [];
    return [
      {
        severity: 'critical',
        confidence: 'certain',
        explanation: why(removal.reason),
        evidence: [removal.evidence],
        fixes: [
          {
            id: 'keep-its-place',
            description: say(
              'Give the virtual machine a priority class or a toleration, or make room so that nothing has to yield.',
            ),
            command: `oc get priorityclass && oc edit vm ${shellWord(nameOf(vm))} ${inNamespace(vm)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
