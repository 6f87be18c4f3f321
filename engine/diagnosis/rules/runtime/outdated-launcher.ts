import { labelsOf, nameOf, refOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { proof, proofIf } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { isRunning } from '../../intent';
import { defineRule } from '../../rule';

const OUTDATED = 'kubevirt.io/outdatedLauncherImage';

/** After an update of KubeVirt. The guest runs as before, so it is told only when asked about. */
export const outdatedLauncher = defineRule({
  id: 'outdated-launcher',
  title: say('The virtual machine still runs in a launcher of an older release'),
  stage: 'runtime',
  needs: ['vm', 'vmi'],
  run: ({ vm, vmi }, { topics }) => {
    if (vmi === undefined || !topics.has('update') || !isRunning(vmi)) return [];
    if (labelsOf(vmi)[OUTDATED] === undefined) return [];
    return [
      {
        severity: 'info',
        confidence: 'certain',
        explanation: say(
          'KubeVirt was updated while the guest ran. The guest works as before, and gets the new launcher when it migrates or boots again.',
        ),
        evidence: [
          proof(vmi, 'metadata', 'labels', OUTDATED),
          ...proofIf(vmi, 'status', 'launcherContainerImageVersion'),
        ],
        fixes: [
          {
            id: 'migrate-to-update',
            description: say('Migrate it, or restart it when it suits.'),
            command: `virtctl migrate ${shellWord(nameOf(vm))} ${inNamespace(vm)}`,
            effect: say('The guest moves to another node while it runs.'),
            risk: 'confirm',
            action: { verb: 'subresource', target: refOf(vm), subresource: 'migrate' },
          },
        ],
      },
    ];
  },
});
