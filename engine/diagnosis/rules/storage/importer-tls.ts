import { say, type Message } from '../../../messages';
import { remakeDiskFix } from '../../disk-fixes';
import { namespaceOfDisk } from '../../disks';
import { shellWord } from '../../fixes';
import type { ImportFailure } from '../../import-failures';
import { IMPORT_NEEDS, IMPORT_USES, importFindings, sourceHost } from '../../import-findings';
import { defineRule, type FixDraft } from '../../rule';

const MISSING_CONFIG_MAP = /configmap "([^"]+)" not found/;

const missingConfigMap = ({ said }: ImportFailure): string | undefined =>
  MISSING_CONFIG_MAP.exec(said?.text ?? '')?.[1];

const why = (failure: ImportFailure): Message => {
  const params = { host: sourceHost(failure), disk: failure.disk.name };
  const text = failure.said?.text ?? '';
  const configMap = missingConfigMap(failure);
  if (configMap !== undefined) {
    return say(
      'Disk {{disk}} stays empty because ConfigMap {{configMap}}, which should hold the certificate authority of {{host}}, does not exist.',
      { ...params, configMap },
    );
  }
  if (text.includes('expired')) {
    return say(
      'Disk {{disk}} stays empty because the certificate of {{host}} has expired.',
      params,
    );
  }
  if (/valid for|cannot validate certificate for/.test(text)) {
    return say(
      'Disk {{disk}} stays empty because the certificate of {{host}} is for another name.',
      params,
    );
  }
  return say(
    'Disk {{disk}} stays empty because the importer does not trust the certificate of {{host}}.',
    params,
  );
};

const trustFix = (failure: ImportFailure): FixDraft => ({
  id: 'create-ca-config-map',
  description: say(
    'Put the certificate authority of {{host}} into a ConfigMap and name it as certConfigMap of the source.',
    { host: sourceHost(failure) },
  ),
  command: `oc create configmap ${shellWord(missingConfigMap(failure) ?? `${failure.disk.name}-ca`)} --from-file=ca.pem -n ${namespaceOfDisk(failure.disk)}`,
  risk: 'confirm',
});

/** The server was reached; what it showed is not trusted. */
export const importerTls = defineRule({
  id: 'importer-tls',
  title: say("The server of a disk's image is not trusted"),
  stage: 'storage',
  needs: IMPORT_NEEDS,
  uses: IMPORT_USES,
  run: (facts, { now }) =>
    importFindings('importer-tls', facts, now, (failure) => ({
      explanation: why(failure),
      fixes: [
        trustFix(failure),
        remakeDiskFix(
          facts.vm,
          failure.disk,
          say('Name the ConfigMap as certConfigMap in the source of disk {{disk}}.', {
            disk: failure.disk.name,
          }),
        ),
      ],
    })),
});
