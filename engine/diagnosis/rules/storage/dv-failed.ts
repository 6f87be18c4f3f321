import { say } from '../../../messages';
import { remakeDiskFix } from '../../disk-fixes';
import { IMPORT_NEEDS, IMPORT_USES, importFindings } from '../../import-findings';
import { defineRule } from '../../rule';

/** The end of a DataVolume about which nothing more exact was said. */
export const dvFailed = defineRule({
  id: 'dv-failed',
  title: say('A disk could not be filled'),
  stage: 'storage',
  needs: IMPORT_NEEDS,
  uses: IMPORT_USES,
  run: (facts, { now }) =>
    importFindings('dv-failed', facts, now, ({ disk }) => ({
      explanation: say(
        'DataVolume {{disk}} has failed and is not tried again. The virtual machine waits for it.',
        { disk: disk.name },
      ),
      fixes: [
        remakeDiskFix(
          facts.vm,
          disk,
          say('Correct the source of disk {{disk}}, then let it be made again.', {
            disk: disk.name,
          }),
        ),
      ],
    })),
});
