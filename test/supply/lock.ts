import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { flagAt, isRecord, recordAt, textAt } from '@cnv-ai/engine/kubernetes';

/** A package of the lock file. */
export type Locked = {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression; `NONE` when the package names none. */
  readonly licence: string;
  /** Needed to build and test only, but for what the plugin's bundle takes from it. */
  readonly dev: boolean;
  readonly hasInstallScript: boolean;
};

const lockedOf = (path: string, entry: Readonly<Record<string, unknown>>): Locked => ({
  // An alias is installed under another name than its own.
  name: textAt(entry, 'name') ?? path.replace(/^.*node_modules\//, ''),
  version: textAt(entry, 'version') ?? '',
  licence: textAt(entry, 'license') ?? 'NONE',
  dev: flagAt(entry, 'dev') === true,
  hasInstallScript: flagAt(entry, 'hasInstallScript') === true,
});

/** Everything that `npm ci` may install. */
export const lockedPackages = (): Locked[] => {
  const lock: unknown = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8'),
  );
  return Object.entries(recordAt(lock, 'packages')).flatMap(([path, entry]) =>
    path.includes('node_modules/') && isRecord(entry) && entry.link !== true
      ? [lockedOf(path, entry)]
      : [],
  );
};
