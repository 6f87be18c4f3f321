import { conditionOf, MINUTE, nameOf, parseTime } from '../../../kubernetes';
import { say } from '../../../messages';
import { cut, present } from '../../../redaction';
import { conditionProof } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { isRunning } from '../../intent';
import { openMigration } from '../../migrations';
import { defineRule } from '../../rule';

const REASONS =
  /^(?:HotPlug(?:Volume|CPU|Memory|NetworkInterface)Error|AffinityChangeError|TolerationsChangeError|VolumesUpdateError|MemoryDumpError|FailedUpdateError|AnnotationsLabelsChangeError|UnsupportedSyncError)$/;
const USUAL = 5 * MINUTE;

/** Refused for as long as a migration runs, and tried again by itself; a fault when it stays. */
export const hotplugUpdateConflict = defineRule({
  id: 'hotplug-update-conflict',
  title: say('A change to the running virtual machine cannot be applied'),
  stage: 'vm',
  needs: ['vm', 'vmi', 'migrations'],
  run: ({ vm, vmi, migrations }, { now }) => {
    const failure = conditionOf(vm, 'Failure');
    if (failure?.status !== 'True' || !REASONS.test(failure.reason) || !isRunning(vmi)) return [];
    const since = parseTime(failure.lastTransitionTime) ?? 0;
    if (openMigration(migrations) !== undefined || now - since < USUAL) return [];
    return [
      {
        severity: 'warning',
        confidence: 'certain',
        explanation: say(
          'The virtual machine runs as before, since KubeVirt cannot apply the last change ({{reason}}): {{message}}',
          { reason: failure.reason, message: cut(present(failure.message), 300) },
        ),
        evidence: [conditionProof(vm, failure)],
        fixes: [
          {
            id: 'retry-change',
            description: say(
              'Take the change back or correct it, and make it again when no migration is under way.',
            ),
            command: `oc edit vm ${shellWord(nameOf(vm))} ${inNamespace(vm)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
