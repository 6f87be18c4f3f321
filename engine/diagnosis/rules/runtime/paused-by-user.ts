import { conditionOf, nameOf, refOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { defineRule } from '../../rule';

/** An expected state. Pauses after storage errors and by migrations have other reasons. */
export const pausedByUser = defineRule({
  id: 'paused-by-user',
  title: say('The virtual machine is paused because it was asked to be'),
  stage: 'runtime',
  needs: ['vm', 'vmi'],
  run: ({ vm, vmi }) => {
    const paused = conditionOf(vmi, 'Paused');
    if (vmi === undefined || paused?.status !== 'True' || paused.reason !== 'PausedByUser')
      return [];
    return [
      {
        severity: 'info',
        confidence: 'certain',
        verdict: 'stopped',
        explanation: say(
          'Somebody paused it. The guest is frozen in memory and goes on where it was when it is unpaused.',
        ),
        evidence: [conditionProof(vmi, paused)],
        fixes: [
          {
            id: 'unpause-vm',
            description: say('Let the guest go on.'),
            command: `virtctl unpause vm ${shellWord(nameOf(vm))} ${inNamespace(vm)}`,
            risk: 'safe',
            action: { verb: 'subresource', target: refOf(vmi), subresource: 'unpause' },
          },
        ],
      },
    ];
  },
});
