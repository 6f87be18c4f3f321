import { at, isDeleting, MINUTE, nameOf, refOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { eventProof, proofIf } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { ageOf, phaseOf, runStrategyOf, runStrategyPath } from '../../intent';
import { defineRule } from '../../rule';
import { endingsOf } from '../../shutdowns';

const LOOPS_AGAIN_WITHIN = 15 * MINUTE;

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
            id: 'stay-off-after-shutdown',
            description: say('Or let it stay off after a shutdown from inside.'),
            command: `oc patch vm ${shellWord(nameOf(vm))} ${inNamespace(vm)} --type merge -p '{"spec":{"runStrategy":"RerunOnFailure"}}'`,
            effect: say('It is started again only when it crashes.'),
            risk: 'manual',
            ...(runStrategyPath(vm)[1] === 'runStrategy'
              ? {
                  action: {
                    verb: 'patch' as const,
                    target: refOf(vm),
                    patchType: 'merge' as const,
                    patch: { spec: { runStrategy: 'RerunOnFailure' } },
                    undo: { spec: { runStrategy: 'Always' } },
                  },
                }
              : {}),
          },
        ],
      },
    ];
  },
});
