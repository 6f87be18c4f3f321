import { say } from '../../../messages';
import { proof } from '../../evidence';
import { unfilledDisks } from '../../disks';
import { startFix } from '../../fixes';
import { phaseOf, wantsToRun } from '../../intent';
import { defineRule } from '../../rule';

const WAITING = new Set(['WaitForFirstConsumer', 'PendingPopulation']);

/** Its storage class makes volumes only where a pod needs them: all is well until the VM starts. */
export const wffcWaiting = defineRule({
  id: 'wffc-waiting',
  title: say('A disk is made when the virtual machine first starts'),
  stage: 'storage',
  needs: ['vm', 'vmi', 'dataVolumes', 'claims'],
  run: (facts) => {
    const { vm, vmi } = facts;
    if (wantsToRun(vm, vmi) || vmi !== undefined) return [];
    return unfilledDisks(facts)
      .flatMap(({ name, dataVolume }) =>
        dataVolume?.object !== undefined && WAITING.has(phaseOf(dataVolume.object) ?? '')
          ? [{ name, object: dataVolume.object }]
          : [],
      )
      .slice(0, 1)
      .map(({ name, object }) => ({
        severity: 'info' as const,
        confidence: 'certain' as const,
        verdict: 'stopped' as const,
        explanation: say(
          'Disk {{disk}} waits for the first start of the virtual machine: its storage class makes volumes only where they are needed.',
          { disk: name },
        ),
        evidence: [proof(object, 'status', 'phase')],
        fixes: [startFix(vm)],
      }));
  },
});
