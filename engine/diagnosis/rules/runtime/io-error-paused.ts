import { nameOf, refOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { diskOfVolume, disksOf } from '../../disks';
import { conditionProof, proofIf, saidIf } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { defineRule } from '../../rule';
import { storagePauseOf } from '../../storage-pause';

/** The storage answered with errors; a full disk, which looks the same, has a rule of its own. */
export const ioErrorPaused = defineRule({
  id: 'io-error-paused',
  title: say('The virtual machine is paused because its storage returns errors'),
  stage: 'runtime',
  needs: ['vm', 'vmi', 'events'],
  uses: ['claims', 'dataVolumes'],
  run: (facts) => {
    const pause = storagePauseOf(facts.vmi, facts.events);
    if (pause === undefined || pause.isFull) return [];
    const { vmi, condition, said, volume } = pause;
    const claim = diskOfVolume(facts.vm, volume, disksOf(facts))?.claim?.object;
    return [
      {
        severity: 'critical',
        confidence: said === undefined ? 'likely' : 'certain',
        blocking: true,
        explanation:
          volume === ''
            ? say(
                'A disk of the virtual machine returned an I/O error. The guest was paused so that no write is lost.',
              )
            : say(
                'The storage behind volume {{volume}} returned an I/O error. The guest was paused so that no write is lost.',
                { volume },
              ),
        evidence: [
          ...saidIf(said),
          conditionProof(vmi, condition),
          ...proofIf(claim, 'spec', 'volumeName'),
        ],
        fixes: [
          {
            id: 'repair-storage',
            description: say(
              'Restore the storage or the network to it; KubeVirt then tries to go on by itself.',
            ),
            command: `oc describe pvc ${claim === undefined ? '' : `${shellWord(nameOf(claim))} `}${inNamespace(facts.vm)}`,
            risk: 'manual',
          },
          {
            id: 'unpause-vm',
            description: say('Let the guest go on when the storage works again.'),
            command: `virtctl unpause vm ${shellWord(nameOf(facts.vm))} ${inNamespace(facts.vm)}`,
            risk: 'confirm',
            action: { verb: 'subresource', target: refOf(vmi), subresource: 'unpause' },
          },
        ],
      },
    ];
  },
});
