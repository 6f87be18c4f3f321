import { say } from '../../../messages';
import { remakeDiskFix } from '../../disk-fixes';
import { IMPORT_NEEDS, IMPORT_USES, importFindings } from '../../import-findings';
import { defineRule } from '../../rule';

/** The image was pulled; there is no disk to boot in it, or not exactly one. */
export const importerNoDiskInContainer = defineRule({
  id: 'importer-no-disk-in-container',
  title: say('The container image of a disk holds no disk to boot from'),
  stage: 'storage',
  needs: IMPORT_NEEDS,
  uses: IMPORT_USES,
  run: (facts, { now }) =>
    importFindings('importer-no-disk-in-container', facts, now, ({ disk }) => ({
      explanation: say(
        'Disk {{disk}} stays empty because its container image does not hold one disk file in /disk for this architecture.',
        { disk: disk.name },
      ),
      fixes: [
        remakeDiskFix(
          facts.vm,
          disk,
          say('Name an image that was built as a container disk for disk {{disk}}.', {
            disk: disk.name,
          }),
        ),
      ],
    })),
});
