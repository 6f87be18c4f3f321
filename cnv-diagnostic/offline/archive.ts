import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extract, type ReadEntry } from 'tar';
import { escapeUnsafe } from '@cnv-ai/engine/redaction';
import { SetupError } from '../kubernetes/cluster';
import { placeOf } from './layout';
import { LARGEST } from './parse';
import { MOST_FILES } from './walk';

/** What an archive may hold in all, whether it is used or not: a bomb ends here. */
const LARGEST_ARCHIVE = 16 * 1024 * LARGEST;
/** What of it may be put on the disk. */
const LARGEST_USED = 64 * LARGEST;

/** YAML and logs are packed to a tenth or a fiftieth; what is packed further is a bomb. */
const MOST_COMPRESSED = 500;

const ARCHIVE = /\.(?:tar|tar\.gz|tgz)$/;

/** True for a file with the name of an archive; a folder of such a name is still a folder. */
export const isArchive = (path: string): boolean =>
  ARCHIVE.test(path) && statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** The time it was gathered. */
const ALSO_USED = /(?:^|\/)timestamp$/;

const isUsed = (path: string): boolean => {
  const place = placeOf(path);
  return (place !== undefined && place.holds !== 'nothing') || ALSO_USED.test(path);
};

/** Where a file would be put: nowhere but below the folder. */
const isInside = (path: string): boolean =>
  !path.startsWith('/') && !/[\\\u0000-\u001f]/.test(path) && !path.split('/').includes('..');

/** Says what to unpack while it counts what comes along; nothing once there is too much of it. */
const gatekeeper = (): { isWanted: (entry: ReadEntry) => boolean; isTooMuch: () => boolean } => {
  const seen = { files: 0, bytes: 0, used: 0 };
  const isTooMuch = (): boolean =>
    seen.files > MOST_FILES || seen.bytes > LARGEST_ARCHIVE || seen.used > LARGEST_USED;
  return {
    isTooMuch,
    isWanted: ({ path, size, type }) => {
      const isFile = type === 'File' || type === 'OldFile' || type === 'ContiguousFile';
      const isWanted = isFile && size <= LARGEST && isInside(path) && isUsed(path);
      seen.files += 1;
      seen.bytes += size;
      seen.used += isWanted ? size : 0;
      return isWanted && !isTooMuch();
    },
  };
};

/** An archive unpacked for as long as it is read. */
export type Unpacked = { readonly folder: string; readonly remove: () => void };

const shown = (file: string): string => escapeUnsafe(file).slice(0, 80);

/**
 * Unpacks the files of a must-gather that this product reads into a new folder of its own. Links
 * and anything that would land outside are left out. Throws `SetupError` for what is no archive.
 */
export const unpack = async (file: string): Promise<Unpacked> => {
  const folder = mkdtempSync(join(tmpdir(), 'must-gather-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const { isWanted, isTooMuch } = gatekeeper();
  try {
    await extract({
      file,
      cwd: folder,
      filter: (_, entry) => 'type' in entry && isWanted(entry),
      maxDecompressionRatio: MOST_COMPRESSED,
    });
  } catch {
    remove();
    throw new SetupError(`"${shown(file)}" is no tar archive that can be read.`);
  }
  if (!isTooMuch()) return { folder, remove };
  remove();
  throw new SetupError(
    `"${shown(file)}" holds more than a must-gather does; unpack what matters and name that folder.`,
  );
};
