import { isDeleting, MINUTE, nameOf, numberAt, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import { containersOf } from '../../containers';
import { eventProof, proof, proofIf } from '../../evidence';
import { inNamespace, shellWord, startFix } from '../../fixes';
import { activePodOf, isComingUp, phaseOf, runStrategyOf } from '../../intent';
import { defineRule } from '../../rule';
import { endingsOf } from '../../shutdowns';

const hasStartFailures = (vm: KubeObject): boolean =>
  (numberAt(vm, 'status', 'startFailure', 'consecutiveFailCount') ?? 0) > 0;

/**
 * The guest's process ended by a crash and nothing says why. A guest that is asked to stop and is
 * cut off after its grace period also ends in phase Failed, by design: that is no crash.
 */
export const vmiCrashedUnknown = defineRule({
  id: 'vmi-crashed-unknown',
  title: say('The process of the guest ended in a crash'),
  stage: 'runtime',
  wrapper: true,
  needs: ['vm', 'vmi', 'pods'],
  uses: ['events', 'earlierEvents', 'failedPods'],
  explains: ['start-failure-crashloop'],
  run: ({ vm, vmi, pods, failedPods, events, earlierEvents }, { now }) => {
    if (isDeleting(vm) || runStrategyOf(vm) === 'Halted' || !isComingUpOrDown(vmi)) return [];
    const [ending] = endingsOf({ events, earlierEvents }, now);
    const hasCrashed = ending?.how === 'crashed' && now - ending.time < 30 * MINUTE;
    if (ending?.wasAsked === true) return [];
    const isFailed = phaseOf(vmi) === 'Failed';
    if (!isFailed && !(hasCrashed && (vmi === undefined || hasStartFailures(vm)))) return [];
    const pod = activePodOf(vmi, pods) ?? failedPods[0];
    const compute = containersOf(pod).find(({ name }) => name === 'compute');
    return [
      {
        severity: 'critical',
        confidence: hasCrashed ? 'likely' : 'possible',
        blocking: true,
        explanation: say(
          'The VirtualMachineInstance ended as failed. Nothing that could be read tells why; the log of its launcher pod may.',
        ),
        evidence: [
          ...(vmi !== undefined && isFailed ? [proof(vmi, 'status', 'phase')] : []),
          ...proofIf(vmi, 'status', 'reason'),
          ...(hasCrashed ? [eventProof(ending.event)] : []),
          ...(compute === undefined
            ? []
            : proofIf(compute.pod, ...compute.path, 'state', 'terminated')),
        ],
        fixes: [
          {
            id: 'read-launcher-log',
            description: say('Read the last lines of the launcher pod.'),
            command:
              pod === undefined
                ? `oc logs ${inNamespace(vm)} -c compute --tail=50 -l ${shellWord(`vm.kubevirt.io/name=${nameOf(vm)}`)}`
                : `oc logs ${inNamespace(vm)} ${shellWord(nameOf(pod))} -c compute --tail=50`,
            risk: 'safe',
          },
          startFix(vm),
        ],
      },
    ];
  },
});

const isComingUpOrDown = (vmi: KubeObject | undefined): boolean =>
  isComingUp(vmi) || phaseOf(vmi) === 'Failed';
