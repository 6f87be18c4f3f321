import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from '../kubernetes/cluster';

const DEEPEST = 16;
export const MOST_FILES = 200_000;

const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory();
  } catch {
    throw new SetupError(`There is no folder "${path.slice(0, 120)}".`);
  }
};

/**
 * Every regular file of a folder in a fixed order. Links are not followed: what they lead to is
 * not part of what was gathered.
 */
export const filesOf = (root: string): string[] => {
  if (!isFolder(root)) {
    throw new SetupError(
      `"${root.slice(0, 120)}" is neither a folder nor a .tar, .tar.gz or .tgz archive.`,
    );
  }
  const found: string[] = [];
  const visit = (relative: string, depth: number): void => {
    const entries = readdirSync(join(root, relative), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = relative === '' ? entry.name : `${relative}/${entry.name}`;
      if (entry.isFile()) found.push(path);
      else if (entry.isDirectory() && depth < DEEPEST) visit(path, depth + 1);
      if (found.length > MOST_FILES) {
        throw new SetupError(
          `The folder holds more than ${MOST_FILES} files; name the folder of one must-gather.`,
        );
      }
    }
  };
  visit('', 0);
  return found;
};
