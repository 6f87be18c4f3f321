import {
  at,
  conditionOf,
  MINUTE,
  nameOf,
  numberAt,
  parseTime,
  SECOND,
  type KubeObject,
} from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proof, proofIf, saidIf } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { activePodOf, isRunning, phaseOf } from '../../intent';
import { defineRule } from '../../rule';
import { saidByEvents, type Statement } from '../../statements';

const TEMPLATE = ['spec', 'template', 'spec'] as const;
const BOOT = 3 * MINUTE;
const FAILED = /^(Readiness|Liveness) probe failed|GuestAgentPing probe failed/;

const failures = (events: readonly KubeObject[], kind: string | undefined): Statement[] =>
  saidByEvents(events).filter(
    ({ text, reason }) =>
      /^(?:Unhealthy|GuestAgentPingFailed)$/.test(reason) &&
      FAILED.test(text) &&
      (kind === undefined || text.startsWith(kind)),
  );

/** A guest that still boots does not answer yet: probes count when it had time to. */
const hasHadTime = (vm: KubeObject, vmi: KubeObject, now: number): boolean => {
  const since = parseTime(conditionOf(vmi, 'Ready')?.lastTransitionTime) ?? 0;
  const delay = numberAt(vm, ...TEMPLATE, 'readinessProbe', 'initialDelaySeconds') ?? 0;
  return now - since > BOOT + delay * SECOND;
};

/** The guest runs and does not answer its probe; a liveness probe even ends it. */
export const probeFailing = defineRule({
  id: 'probe-failing',
  title: say('The guest does not answer its probe'),
  stage: 'guest',
  needs: ['vm', 'vmi', 'pods'],
  uses: ['events'],
  run: ({ vm, vmi, pods, events }, { now }) => {
    const isLive = at(vm, ...TEMPLATE, 'livenessProbe') !== undefined;
    const isReadyProbe = at(vm, ...TEMPLATE, 'readinessProbe') !== undefined;
    if (vmi === undefined || (!isLive && !isReadyProbe)) return [];
    const pod = activePodOf(vmi, pods);
    const hasEnded = phaseOf(vmi) === 'Failed' && isLive;
    const [said] = failures(events, hasEnded ? 'Liveness' : undefined);
    const ready = conditionOf(vmi, 'Ready');
    const isUnready =
      isRunning(vmi) && ready?.status === 'False' && ready.reason === 'ContainersNotReady';
    if (!(hasEnded && said !== undefined) && !(isUnready && hasHadTime(vm, vmi, now))) return [];
    const probe = hasEnded || !isReadyProbe ? 'livenessProbe' : 'readinessProbe';
    const name = shellWord(nameOf(vm));
    return [
      {
        severity: hasEnded ? 'critical' : 'warning',
        confidence: said === undefined ? 'likely' : 'certain',
        blocking: true,
        explanation: hasEnded
          ? say(
              'The liveness probe failed, so the kubelet ended the launcher pod and the guest with it.',
            )
          : say(
              'The guest runs, but its {{probe}} does not succeed, so it counts as not ready and gets no traffic from services.',
              { probe },
            ),
        ...(hasEnded ? { explains: ['vmi-crashed-unknown', 'start-failure-crashloop'] } : {}),
        evidence: [
          ...saidIf(said),
          ...(ready === undefined || hasEnded ? [] : [conditionProof(vmi, ready)]),
          proof(vm, ...TEMPLATE, probe),
          ...proofIf(pod, 'status', 'phase'),
        ],
        fixes: [
          {
            id: 'check-service-in-guest',
            description: say('Look inside the guest whether what the probe asks for answers.'),
            command: `virtctl console ${name} ${inNamespace(vm)}`,
            risk: 'manual',
          },
          {
            id: 'correct-probe',
            description: say(
              'Correct the probe, or give the guest more time (initialDelaySeconds).',
            ),
            command: `oc edit vm ${name} ${inNamespace(vm)}`,
            effect: say('It takes effect at the next boot.'),
            risk: 'confirm',
          },
        ],
      },
    ];
  },
});
