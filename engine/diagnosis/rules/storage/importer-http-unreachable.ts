import { say, type Message } from '../../../messages';
import { remakeDiskFix } from '../../disk-fixes';
import type { ImportFailure } from '../../import-failures';
import { IMPORT_NEEDS, IMPORT_USES, importFindings, sourceHost } from '../../import-findings';
import { defineRule } from '../../rule';

/** Whole sentences each, so that every language can build its own. */
const why = (failure: ImportFailure): Message => {
  const text = failure.said?.text ?? '';
  const params = { host: sourceHost(failure), disk: failure.disk.name };
  const status = /got (\d{3})|Status: (\d{3})/.exec(text);
  if (status !== null) {
    return say(
      'Disk {{disk}} stays empty because {{host}} answered {{status}} when its image was asked for. The virtual machine waits for it.',
      { ...params, status: status[1] ?? status[2] ?? '' },
    );
  }
  if (text.includes('proxyconnect')) {
    return say(
      'Disk {{disk}} stays empty because the proxy on the way to {{host}} did not answer. The virtual machine waits for it.',
      params,
    );
  }
  if (text.includes('no such host')) {
    return say(
      'Disk {{disk}} stays empty because the name {{host}} cannot be resolved in the cluster. The virtual machine waits for it.',
      params,
    );
  }
  if (text.includes('connection refused')) {
    return say(
      'Disk {{disk}} stays empty because {{host}} refused the connection. The virtual machine waits for it.',
      params,
    );
  }
  return say(
    'Disk {{disk}} stays empty because {{host}} could not be reached. The virtual machine waits for it.',
    params,
  );
};

/** CDI's importer restarts for ever while its source cannot be downloaded. */
export const importerHttpUnreachable = defineRule({
  id: 'importer-http-unreachable',
  title: say('The image of a disk cannot be downloaded'),
  stage: 'storage',
  needs: IMPORT_NEEDS,
  uses: IMPORT_USES,
  run: (facts, { now }) =>
    importFindings('importer-http-unreachable', facts, now, (failure) => ({
      explanation: why(failure),
      fixes: [
        remakeDiskFix(
          facts.vm,
          failure.disk,
          say('Correct the URL of disk {{disk}}, or what keeps the cluster from reaching it.', {
            disk: failure.disk.name,
          }),
        ),
      ],
    })),
});
