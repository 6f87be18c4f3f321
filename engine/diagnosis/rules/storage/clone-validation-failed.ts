import { say } from '../../../messages';
import { remakeDiskFix } from '../../disk-fixes';
import { diskSeverity, saidAbout, unfilledDisks } from '../../disks';
import { proof } from '../../evidence';
import { isPreparing } from '../../intent';
import { defineRule } from '../../rule';

const REASON = /^(?:CloneValidationFailed|ErrIncompatiblePVC|IncompatibleVolumeModes)$/;
const TEXT =
  /doesn't meet the validation requirements|target resources requests storage size is smaller|volume modes of source and target are incompatible/;

/** Reasons such as `NoVolumeSnapshotClass` only say that a clone copies instead; they are not errors. */
export const cloneValidationFailed = defineRule({
  id: 'clone-validation-failed',
  title: say('A disk does not fit what it should be cloned from'),
  stage: 'storage',
  needs: ['vm', 'vmi', 'dataVolumes', 'claims'],
  uses: ['events'],
  run: (facts) => {
    const { vm, vmi, events } = facts;
    if (!isPreparing(vm, vmi)) return [];
    return unfilledDisks(facts).flatMap((disk) => {
      const said = saidAbout(disk, events).find(
        ({ reason, text }) => REASON.test(reason) || TEXT.test(text),
      );
      const dataVolume = disk.dataVolume?.object;
      if (said === undefined || dataVolume === undefined) return [];
      return [
        {
          severity: diskSeverity(vm, vmi),
          confidence: 'certain' as const,
          blocking: true,
          explanation: /modes?\b/i.test(said.text)
            ? say('Disk {{disk}} has another volume mode than what it should be cloned from.', {
                disk: disk.name,
              })
            : say('Disk {{disk}} is smaller than what it should be cloned from.', {
                disk: disk.name,
              }),
          evidence: [said.evidence, proof(dataVolume, 'spec')],
          fixes: [
            remakeDiskFix(
              vm,
              disk,
              say(
                'Ask for at least the size of the source for disk {{disk}}, and for its volume mode.',
                {
                  disk: disk.name,
                },
              ),
            ),
          ],
        },
      ];
    });
  },
});
