import { conditionOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof } from '../../evidence';
import { restartFix } from '../../fixes';
import { isRunning } from '../../intent';
import { defineRule } from '../../rule';

/** While it is set, KubeVirt also skips live changes of CPU, memory, affinity and volumes. */
export const restartRequired = defineRule({
  id: 'restart-required',
  title: say('Changes wait for a restart of the virtual machine'),
  stage: 'vm',
  needs: ['vm', 'vmi'],
  run: ({ vm, vmi }) => {
    const condition = conditionOf(vm, 'RestartRequired');
    if (condition?.status !== 'True' || !isRunning(vmi)) return [];
    return [
      {
        severity: 'warning',
        confidence: 'certain',
        explanation: say(
          'It was changed in a way that only takes effect at the next boot. Until then it runs as before.',
        ),
        evidence: [conditionProof(vm, condition)],
        fixes: [restartFix(vm)],
      },
    ];
  },
});
