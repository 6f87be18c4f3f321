import { conditionOf, listAt } from '../../../kubernetes';
import { say, type Message } from '../../../messages';
import { eventProof, proof, proofIf } from '../../evidence';
import { startFix } from '../../fixes';
import { phaseOf, runStrategyOf } from '../../intent';
import { defineRule } from '../../rule';
import { endingsOf, hasLostItsPod, isLeftOff, type Ending } from '../../shutdowns';

const explain = (ending: Ending | undefined, isProven: boolean, strategy: string): Message => {
  if (!isProven) {
    return say(
      'The guest was shut down, from within or because somebody asked for it, and run strategy {{strategy}} does not start it again.',
      { strategy },
    );
  }
  return ending?.wasAsked === true
    ? say(
        'The guest was asked to shut down and did. Run strategy {{strategy}} does not start it again.',
        { strategy },
      )
    : say('The guest shut itself down, and run strategy {{strategy}} does not start it again.', {
        strategy,
      });
};

/** The guest powered itself off, and the run strategy says not to start it again: no fault. */
export const vmStoppedGuestShutdown = defineRule({
  id: 'vm-stopped-guest-shutdown',
  title: say('The virtual machine is stopped because its guest was shut down'),
  stage: 'vm',
  needs: ['vm', 'vmi', 'pods'],
  uses: ['events', 'earlierEvents'],
  run: ({ vm, vmi, pods, events, earlierEvents }, { now }) => {
    const strategy = runStrategyOf(vm);
    const hasEnded = phaseOf(vmi) === 'Succeeded';
    if (!isLeftOff(vm, vmi) || (vmi !== undefined && !hasEnded)) return [];
    if (hasLostItsPod({ vm, vmi, pods }, now)) return [];
    const isAsked = listAt(vm, 'status', 'stateChangeRequests').length > 0;
    if (isAsked || conditionOf(vm, 'Failure')?.status === 'True') return [];
    const [ending] = endingsOf({ events, earlierEvents }, now);
    if (ending?.how === 'crashed' && !ending.wasAsked) return [];
    const isProven = (hasEnded && pods.length > 0) || ending !== undefined;
    return [
      {
        severity: 'info',
        confidence: isProven ? 'certain' : 'likely',
        verdict: 'stopped',
        explanation: explain(ending, isProven, strategy),
        evidence: [
          ...(hasEnded ? proofIf(vmi, 'status', 'phase') : []),
          ...(ending === undefined ? [] : [eventProof(ending.event)]),
          ...proofIf(vm, 'spec', 'runStrategy'),
          ...(isProven ? [] : [proof(vm, 'status', 'printableStatus')]),
        ],
        fixes: [startFix(vm)],
      },
    ];
  },
});
