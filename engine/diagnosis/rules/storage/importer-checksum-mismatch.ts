import { say } from '../../../messages';
import { remakeDiskFix } from '../../disk-fixes';
import { IMPORT_NEEDS, IMPORT_USES, importFindings, sourceHost } from '../../import-findings';
import { defineRule } from '../../rule';

/** CDI does not try again: the importer pod has even succeeded. */
export const importerChecksumMismatch = defineRule({
  id: 'importer-checksum-mismatch',
  title: say('A downloaded image is not the one that was expected'),
  stage: 'storage',
  needs: IMPORT_NEEDS,
  uses: IMPORT_USES,
  run: (facts, { now }) =>
    importFindings('importer-checksum-mismatch', facts, now, (failure) => ({
      explanation: say(
        'What {{host}} sent for disk {{disk}} does not have the checksum that the disk asks for, so it was not used.',
        { host: sourceHost(failure), disk: failure.disk.name },
      ),
      fixes: [
        remakeDiskFix(
          facts.vm,
          failure.disk,
          say('Find out which is right, then correct the checksum or the URL of disk {{disk}}.', {
            disk: failure.disk.name,
          }),
        ),
      ],
    })),
});
