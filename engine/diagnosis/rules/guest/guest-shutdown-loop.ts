import { at, isDeleting, nameOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { eventProof, proofIf } from '../../evidence';
import { inNamespace, patchFix, shellWord } from '../../fixes';
import { ageOf, LOOPS_AGAIN_WITHIN, phaseOf, runStrategyOf, runStrategyPath } from '../../intent';
import { defineRule } from '../../rule';
import { endingsOf } from '../../shutdowns';

/**
 * The guest comes up, powers off, and run strategy `Always` starts it again. Each instance reached
 * phase Running, so KubeVirt counts no start failure and never backs off.
 */
export const guestShutdownLoop = defineRule({
  id: 'guest-shutdown-loop',
  title: say('The guest powers itself off again and again, and is started again each time'),
  stage: 'guest',
  needs: ['vm', 'vmi', 'events', 'earlierEvents'],
  run: ({ vm, vmi, events, earlierEvents }, { now }) => {
    if (runStrategyOf(vm) !== 'Always' || isDeleting(vm)) return [];
    if (at(vm, 'status', 'startFailure') !== undefined) return [];
    const endings = endingsOf({ events, earlierEvents }, now).filter(
      ({ how, wasAsked }) => how === 'shut-down' && !wasAsked,
    );
    const [newest] = endings;
    const count = endings.reduce((sum, ending) => sum + ending.count, 0);
    const isSettled = phaseOf(vmi) === 'Running' && ageOf(vmi, now) > LOOPS_AGAIN_WITHIN;
    if (newest === undefined || count < 2 || isSettled || now - newest.time > LOOPS_AGAIN_WITHIN)
      return [];
    const { action, ...stay } = patchFix(
      vm,
      {
        id: 'stay-off-after-shutdown',
        description: say('Or let it stay off after a shutdown from inside.'),
        effect: say('It is started again only when it crashes.'),
      },
      { spec: { runStrategy: 'RerunOnFailure' } },
      { spec: { runStrategy: 'Always' } },
    );
    return [
      {
        severity: 'critical',
        confidence: 'likely',
        blocking: true,
        explanation: say(
          'The guest shut itself down {{count}} times in the last hour without being asked to, and run strategy Always started it again. Something in the guest powers it off: cloud-init, an installer, or a failed boot.',
          { count },
        ),
        evidence: [
          ...endings.slice(0, 3).map(({ event }) => eventProof(event)),
          ...proofIf(vm, ...runStrategyPath(vm)),
        ],
        fixes: [
          {
            id: 'watch-guest-console',
            description: say(
              'Watch the guest boot, and remove what powers it off (power_state or poweroff in cloud-init, sysprep, an installer).',
            ),
            command: `virtctl console ${shellWord(nameOf(vm))} ${inNamespace(vm)}`,
            risk: 'manual',
          },
          {
            ...stay,
            risk: 'manual',
            ...(runStrategyPath(vm)[1] === 'runStrategy' ? { action } : {}),
          },
        ],
      },
    ];
  },
});
