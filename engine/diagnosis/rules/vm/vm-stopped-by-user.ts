import { conditionOf, listAt } from '../../../kubernetes';
import { say } from '../../../messages';
import { proof, proofIf } from '../../evidence';
import { phaseOf, printableStatusOf, runStrategyOf, runStrategyPath } from '../../intent';
import { defineRule } from '../../rule';
import { startFix } from '../../fixes';

/** Asked to be off, and off. `Ready=False` with reason `VMINotExists` is normal here. */
export const vmStoppedByUser = defineRule({
  id: 'vm-stopped-by-user',
  title: say('The virtual machine is stopped because it was asked to be'),
  stage: 'vm',
  needs: ['vm', 'vmi'],
  run: ({ vm, vmi }) => {
    const strategy = runStrategyOf(vm);
    const isAsked = listAt(vm, 'status', 'stateChangeRequests').length > 0;
    const hasFailed = conditionOf(vm, 'Failure')?.status === 'True';
    if (printableStatusOf(vm) !== 'Stopped' || isAsked || hasFailed) return [];
    if (strategy !== 'Halted' && strategy !== 'Manual') return [];
    const hasEnded = ['Succeeded', 'Failed'].includes(phaseOf(vmi) ?? '');
    if (vmi !== undefined && !(strategy === 'Halted' && hasEnded)) return [];
    return [
      {
        severity: 'info',
        confidence: 'certain',
        verdict: 'stopped',
        explanation: say(
          'It is stopped, its run strategy is {{strategy}}, and nothing asks it to start.',
          { strategy },
        ),
        evidence: [proof(vm, 'status', 'printableStatus'), ...proofIf(vm, ...runStrategyPath(vm))],
        fixes: [startFix(vm)],
      },
    ];
  },
});
