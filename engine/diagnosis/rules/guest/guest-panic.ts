import { eventCountOf, isDeleting, nameOf, textAt, uidOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { eventProof } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { isRunning, runStrategyOf } from '../../intent';
import { defineRule } from '../../rule';
import { recentEvents } from '../../shutdowns';

/** The guest's own kernel gave up. Only a VM with a panic device can report it. */
export const guestPanic = defineRule({
  id: 'guest-panic',
  title: say('The operating system of the guest panicked'),
  stage: 'guest',
  needs: ['vm', 'vmi', 'events', 'earlierEvents'],
  explains: ['vmi-crashed-unknown', 'start-failure-crashloop', 'guest-shutdown-loop'],
  run: ({ vm, vmi, events, earlierEvents }, { now }) => {
    const panics = recentEvents({ events, earlierEvents }, 'GuestPanicked', now);
    const [newest] = panics;
    if (newest === undefined || isDeleting(vm) || runStrategyOf(vm) === 'Halted') return [];
    const count = panics.reduce((sum, event) => sum + eventCountOf(event), 0);
    const isOwn = textAt(newest, 'involvedObject', 'uid') === uidOf(vmi);
    if (isRunning(vmi) && count < 2 && !isOwn) return [];
    return [
      {
        severity: isRunning(vmi) ? 'warning' : 'critical',
        confidence: 'certain',
        blocking: !isRunning(vmi),
        explanation: isRunning(vmi)
          ? say(
              'The kernel of the guest panicked {{count}} time(s) in the last hour. It runs again, and may panic again.',
              { count },
            )
          : say(
              'The kernel of the guest panicked (on Windows: a bug check), and the instance ended with it.',
            ),
        evidence: panics.slice(0, 3).map((event) => eventProof(event)),
        fixes: [
          {
            id: 'look-into-guest',
            description: say(
              'Look at the crash dump and the console of the guest; drivers and updates are the usual suspects.',
            ),
            command: `virtctl console ${shellWord(nameOf(vm))} ${inNamespace(vm)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
