import { say, type Message } from '../../../messages';
import { remakeDiskFix } from '../../disk-fixes';
import { namespaceOfDisk } from '../../disks';
import { shellWord } from '../../fixes';
import type { ImportFailure } from '../../import-failures';
import { IMPORT_NEEDS, IMPORT_USES, importFindings, sourceHost } from '../../import-findings';
import { defineRule } from '../../rule';

const MISSING_SECRET = /secret "([^"]+)" not found/;

const missingSecret = ({ said }: ImportFailure): string | undefined =>
  MISSING_SECRET.exec(said?.text ?? '')?.[1];

const why = (failure: ImportFailure): Message => {
  const params = { host: sourceHost(failure), disk: failure.disk.name };
  const secret = missingSecret(failure);
  return secret === undefined
    ? say(
        'Disk {{disk}} stays empty because {{host}} refused the credentials for its image, or got none.',
        params,
      )
    : say(
        'Disk {{disk}} stays empty because Secret {{secret}}, which should hold the credentials for {{host}}, does not exist.',
        { ...params, secret },
      );
};

/** The server was reached and trusted; it wants to know who asks. */
export const importerAuth = defineRule({
  id: 'importer-auth',
  title: say('The image of a disk needs credentials that are missing or wrong'),
  stage: 'storage',
  needs: IMPORT_NEEDS,
  uses: IMPORT_USES,
  run: (facts, { now }) =>
    importFindings('importer-auth', facts, now, (failure) => ({
      explanation: why(failure),
      fixes: [
        {
          id: 'create-source-secret',
          description: say(
            'Create a Secret with the keys accessKeyId and secretKey, from two files, in the project of the disk.',
          ),
          command: `oc create secret generic ${shellWord(missingSecret(failure) ?? `${failure.disk.name}-source`)} --from-file=accessKeyId --from-file=secretKey -n ${namespaceOfDisk(failure.disk)}`,
          risk: 'manual',
        },
        remakeDiskFix(
          facts.vm,
          failure.disk,
          say('Name the Secret as secretRef in the source of disk {{disk}}.', {
            disk: failure.disk.name,
          }),
        ),
      ],
    })),
});
