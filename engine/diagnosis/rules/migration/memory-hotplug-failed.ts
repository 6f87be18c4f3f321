import { conditionOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proofIf, saidIf } from '../../evidence';
import { restartFix } from '../../fixes';
import { isRunning } from '../../intent';
import { defineRule } from '../../rule';
import { saidByEvents } from '../../statements';

const SAID = /failed to update guest memory/i;
const ABOUT_MEMORY = /memory/i;

/**
 * More memory reaches a running guest by a migration, and the target launcher refused it. The
 * event has the error as its reason. `True` is a change that is under way, and a `False` without a
 * reason one that is over.
 */
export const memoryHotplugFailed = defineRule({
  id: 'memory-hotplug-failed',
  title: say('More memory could not be given to the running guest'),
  stage: 'migration',
  needs: ['vm', 'vmi'],
  uses: ['events'],
  run: ({ vm, vmi, events }) => {
    if (vmi === undefined || !isRunning(vmi)) return [];
    const change = conditionOf(vmi, 'HotMemoryChange');
    const isRefused = change?.status === 'False' && change.reason !== '';
    const said = saidByEvents(events).find(
      ({ text, about }) => about.kind === 'VirtualMachineInstance' && SAID.test(text),
    );
    if (!isRefused && (said === undefined || change !== undefined)) return [];
    const restart = conditionOf(vm, 'RestartRequired');
    const isItsRestart = restart?.status === 'True' && ABOUT_MEMORY.test(restart.message);
    return [
      {
        severity: 'warning',
        confidence: isRefused ? 'certain' : 'likely',
        ...(isItsRestart ? { explains: ['restart-required'] } : {}),
        explanation: say(
          'The memory of the virtual machine was raised, and its launcher could not add it to the running guest. The guest runs on with what it had until it is restarted.',
        ),
        evidence: [
          ...(isRefused ? [conditionProof(vmi, change)] : []),
          ...saidIf(said),
          ...proofIf(vm, 'spec', 'template', 'spec', 'domain', 'memory', 'guest'),
          ...proofIf(vmi, 'status', 'memory', 'guestCurrent'),
          ...(isItsRestart ? [conditionProof(vm, restart)] : []),
        ],
        fixes: [restartFix(vm)],
      },
    ];
  },
});
