import { conditionOf, MINUTE, nameOf, type KubeObject } from '../../../kubernetes';
import { say, type Message } from '../../../messages';
import { conditionProof } from '../../evidence';
import type { Facts } from '../../facts';
import { inNamespace, shellWord, startFix } from '../../fixes';
import { isRunning, runStrategyOf, startedAt, wantsToRun } from '../../intent';
import { defineRule } from '../../rule';
import { isLeftOff, lastRun } from '../../shutdowns';
import { saidByEvents, type Statement } from '../../statements';
import type { Evidence } from '../../types';

const EVENTS = /^(?:Preempted|TaintManagerEviction)$/;
const DISRUPTIONS = /^(?:PreemptionByScheduler|DeletionByTaintManager)$/;

/** How long before the present start the pod may have been taken away to be its reason. */
const BEFORE = 30 * MINUTE;

type RunFacts = Pick<Facts, 'vm' | 'vmi' | 'events' | 'earlierEvents'>;

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

type Span = { readonly from: number; readonly to: number };

const isWithin = ({ from, to }: Span, time = 0): boolean => time >= from && time <= to;

const byEvent = (events: readonly KubeObject[], span: Span): Removal[] =>
  saidByEvents(events)
    .filter((said) => isRemoval(said) && isWithin(span, said.time))
    .map(({ reason, evidence }) => ({ reason, evidence }));

const why = (reason: string, vm: KubeObject, isOff: boolean): Message => {
  if (!reason.includes('Preempt')) {
    return say(
      'The launcher pod was taken off its node, which got a NoExecute taint that the virtual machine does not tolerate.',
    );
  }
  return isOff
    ? say(
        'The scheduler took the launcher pod away to make room for a pod of higher priority. Run strategy {{strategy}} does not start the virtual machine again.',
        { strategy: runStrategyOf(vm) },
      )
    : say(
        'The scheduler took the launcher pod away to make room for a pod of higher priority. The virtual machine is started again where there is room.',
      );
};

/** What may have taken the pod of the present start away, or that of the run that ended. */
const spanOf = (facts: RunFacts, now: number): Span | undefined => {
  const { vm, vmi } = facts;
  const run = lastRun(facts, now);
  if (run !== undefined) return { from: Math.max(run.began, run.ended - BEFORE), to: run.ended };
  return wantsToRun(vm, vmi)
    ? { from: (startedAt(vm, vmi) ?? 0) - BEFORE, to: Infinity }
    : undefined;
};

/** The pod may be gone; the condition stands while it ends, and the event for an hour. */
export const preemptedOrEvictedByScheduler = defineRule({
  id: 'preempted-or-evicted-by-scheduler',
  title: say('The launcher pod was taken off its node'),
  stage: 'scheduling',
  needs: ['vm', 'vmi', 'pods'],
  uses: ['failedPods', 'events', 'earlierEvents'],
  explains: ['vmi-crashed-unknown', 'start-failure-crashloop', 'vm-stopped-guest-shutdown'],
  run: (facts, { now }) => {
    const { vm, vmi, pods, failedPods, events, earlierEvents } = facts;
    const isLeaving = byCondition(pods).length > 0;
    const span = spanOf(facts, now);
    if (span === undefined || (isRunning(vmi) && !isLeaving)) return [];
    const isOff = isLeftOff(vm, vmi);
    const [removal] = [
      ...byCondition(isOff ? pods : [...pods, ...failedPods]),
      ...byEvent([...events, ...earlierEvents], span),
    ];
    if (removal === undefined) return [];
    return [
      {
        severity: 'critical',
        confidence: 'certain',
        blocking: isOff,
        explanation: why(removal.reason, vm, isOff),
        evidence: [removal.evidence],
        fixes: [
          ...(isOff ? [startFix(vm)] : []),
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
