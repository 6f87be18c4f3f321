import { formatBytes } from '../../../kubernetes';
import { say, type Message } from '../../../messages';
import { patchTemplateFix, remakeDiskFix } from '../../disk-fixes';
import { storageRequestOf } from '../../disks';
import type { ImportFailure } from '../../import-failures';
import { IMPORT_NEEDS, IMPORT_USES, importFindings } from '../../import-findings';
import { defineRule } from '../../rule';

const SIZES = /size (\d+) is larger than (?:the reported )?available (?:storage|size) (\d+)/i;
const GIBIBYTE = 2 ** 30;

/** What a filesystem takes for itself comes on top: CDI counts 5.5 % of a Filesystem volume. */
const OVERHEAD = 1.06;

const sizesOf = ({ said }: ImportFailure): { image: number; available: number } | undefined => {
  const match = SIZES.exec(said?.text ?? '');
  return match === null ? undefined : { image: Number(match[1]), available: Number(match[2]) };
};

const why = (failure: ImportFailure): Message => {
  const sizes = sizesOf(failure);
  const disk = failure.disk.name;
  return sizes === undefined
    ? say('The image of disk {{disk}} is larger than its volume.', { disk })
    : say('The image of disk {{disk}} unpacks to {{image}}, and its volume holds {{available}}.', {
        disk,
        image: formatBytes(sizes.image),
        available: formatBytes(sizes.available),
      });
};

/** The virtual size counts, not the size of the download. */
export const importerImageTooLarge = defineRule({
  id: 'importer-image-too-large',
  title: say('The image is larger than the disk it should fill'),
  stage: 'storage',
  needs: IMPORT_NEEDS,
  uses: IMPORT_USES,
  run: (facts, { now }) =>
    importFindings('importer-image-too-large', facts, now, (failure) => {
      const { disk } = failure;
      const image = sizesOf(failure)?.image;
      const size = image === undefined ? undefined : Math.ceil((image * OVERHEAD) / GIBIBYTE);
      const field = String(storageRequestOf(disk)?.path[1] ?? 'storage');
      return {
        explanation: why(failure),
        fixes: [
          ...(size === undefined
            ? []
            : patchTemplateFix(
                facts.vm,
                disk,
                say('Ask for {{size}} GiB for disk {{disk}}.', { size, disk: disk.name }),
                ['spec', field, 'resources', 'requests', 'storage'],
                `${size}Gi`,
              )),
          remakeDiskFix(
            facts.vm,
            disk,
            say('Ask for more storage for disk {{disk}} than its image unpacks to.', {
              disk: disk.name,
            }),
          ),
        ],
      };
    }),
});
