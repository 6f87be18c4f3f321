import { say } from '../../../messages';
import { remakeDiskFix } from '../../disk-fixes';
import { IMPORT_NEEDS, IMPORT_USES, importFindings, sourceHost } from '../../import-findings';
import { defineRule } from '../../rule';

/** A registry source; refused credentials and untrusted certificates have rules of their own. */
export const importerRegistryPullFailed = defineRule({
  id: 'importer-registry-pull-failed',
  title: say("A disk's container image cannot be pulled from its registry"),
  stage: 'storage',
  needs: IMPORT_NEEDS,
  uses: IMPORT_USES,
  run: (facts, { now }) =>
    importFindings('importer-registry-pull-failed', facts, now, (failure) => ({
      explanation: say(
        'Disk {{disk}} stays empty because its container image could not be pulled from {{host}}. The virtual machine waits for it.',
        { disk: failure.disk.name, host: sourceHost(failure) },
      ),
      fixes: [
        remakeDiskFix(
          facts.vm,
          failure.disk,
          say('Correct the registry URL of disk {{disk}}: docker://, then an image that exists.', {
            disk: failure.disk.name,
          }),
        ),
      ],
    })),
});
