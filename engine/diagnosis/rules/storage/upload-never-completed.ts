import { at, MINUTE, nameOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { diskSeverity, namespaceOfDisk, unfilledDisks } from '../../disks';
import { proof } from '../../evidence';
import { shellWord } from '../../fixes';
import { ageOf, isPreparing, phaseOf } from '../../intent';
import { defineRule } from '../../rule';

const PATIENCE = 10 * MINUTE;

/** The upload server waits; nobody has sent an image, or the sending broke off. */
export const uploadNeverCompleted = defineRule({
  id: 'upload-never-completed',
  title: say('A disk waits for an image that nobody has uploaded'),
  stage: 'storage',
  needs: ['vm', 'vmi', 'dataVolumes', 'claims'],
  run: (facts, { now }) => {
    const { vm, vmi } = facts;
    if (!isPreparing(vm, vmi)) return [];
    return unfilledDisks(facts).flatMap((disk) => {
      const dataVolume = disk.dataVolume?.object;
      const phase = phaseOf(dataVolume) ?? '';
      if (dataVolume === undefined || !['UploadReady', 'UploadScheduled'].includes(phase))
        return [];
      if (at(dataVolume, 'spec', 'source', 'upload') === undefined) return [];
      if (ageOf(dataVolume, now) < PATIENCE) return [];
      return [
        {
          severity: diskSeverity(vm, vmi),
          confidence: 'likely' as const,
          blocking: true,
          explanation: say(
            'Disk {{disk}} should be filled by an upload, which has not come. The virtual machine waits for it.',
            { disk: disk.name },
          ),
          evidence: [
            proof(dataVolume, 'status', 'phase'),
            proof(dataVolume, 'metadata', 'creationTimestamp'),
          ],
          fixes: [
            {
              id: 'upload-image',
              description: say('Upload the image, here from the file disk.qcow2.'),
              command: `virtctl image-upload dv ${shellWord(nameOf(dataVolume))} -n ${namespaceOfDisk(disk)} --no-create --image-path=disk.qcow2`,
              risk: 'manual' as const,
            },
          ],
        },
      ];
    });
  },
});
