import { textAt } from '../../../kubernetes';
import { say } from '../../../messages';
import { containersOf } from '../../containers';
import { proof, proofIf } from '../../evidence';
import { inNamespace } from '../../fixes';
import { activePodOf, isMigrationTarget, isRunning } from '../../intent';
import { defineRule } from '../../rule';

const STATES = ['state', 'lastState'] as const;

/**
 * The compute container went over its memory limit: guest memory and overhead together. Helper
 * containers and pods of migration targets are not the VM.
 */
export const launcherOomkilled = defineRule({
  id: 'launcher-oomkilled',
  title: say('The launcher pod was killed because it used more memory than its limit'),
  stage: 'runtime',
  needs: ['vm', 'vmi', 'pods', 'failedPods'],
  explains: ['vmi-crashed-unknown', 'start-failure-crashloop'],
  run: ({ vm, vmi, pods, failedPods }) => {
    if (isRunning(vmi)) return [];
    const active = activePodOf(vmi, pods);
    const candidates = [...(active ? [active] : []), ...failedPods].filter(
      (pod) => !isMigrationTarget(pod),
    );
    const killed = candidates.flatMap((pod) =>
      containersOf(pod)
        .filter(({ name }) => name === 'compute')
        .flatMap(({ entry, path }) =>
          STATES.filter(
            (state) => textAt(entry, state, 'terminated', 'reason') === 'OOMKilled',
          ).map((state) => ({
            pod,
            path: [...path, state, 'terminated', 'reason'],
          })),
        ),
    );
    const [first] = killed;
    if (first === undefined) return [];
    return [
      {
        severity: 'critical',
        confidence: 'certain',
        blocking: true,
        explanation: say(
          'The node killed the process of the virtual machine: guest memory and overhead together went over the limit of the launcher pod.',
        ),
        evidence: [
          proof(first.pod, ...first.path),
          ...proofIf(vm, 'spec', 'template', 'spec', 'domain', 'resources', 'limits', 'memory'),
        ],
        fixes: [
          {
            id: 'raise-memory-limit',
            description: say(
              'Remove a memory limit that equals the guest memory, or raise it to leave room for the overhead.',
            ),
            command: `oc get vm ${inNamespace(vm)} -o custom-columns=NAME:.metadata.name,LIMITS:.spec.template.spec.domain.resources.limits`,
            effect: say('It takes effect at the next boot.'),
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
