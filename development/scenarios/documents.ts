import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { isRecord } from '@cnv-ai/engine/kubernetes';

/** Beside the other build caches; each scenario once, by the hash of its text. */
const CACHE = resolve(import.meta.dirname, '../../.cache/scenarios.json');

/** The documents of a YAML text. Throws the first error of one that is not YAML. */
export const parseDocuments = (text: string): unknown[] =>
  parseAllDocuments(text).map((document) => {
    const [error] = document.errors;
    if (error !== undefined) throw new Error(error.message);
    const content: unknown = document.toJS();
    return content;
  });

const readCache = (): Readonly<Record<string, unknown>> => {
  try {
    const found: unknown = JSON.parse(readFileSync(CACHE, 'utf8'));
    return isRecord(found) ? found : {};
  } catch {
    return {};
  }
};

/** Renamed into place, so that whoever reads meanwhile gets the old one or the new one whole. */
const writeCache = (content: object): void => {
  const draft = `${CACHE}.${process.pid}`;
  try {
    mkdirSync(dirname(CACHE), { recursive: true });
    writeFileSync(draft, JSON.stringify(content));
    renameSync(draft, CACHE);
  } catch {
    // A cache that cannot be written is none; the texts are parsed again next time.
  }
};

/**
 * Reads texts as `parseDocuments` does, and keeps what was parsed between runs: parsing hundreds of
 * files takes seconds, and every test that looks at them does it. `save` forgets what was not read.
 */
export const documentCache = (): {
  read: (text: string) => readonly unknown[];
  save: () => void;
} => {
  const before = readCache();
  const read: Record<string, readonly unknown[]> = {};
  return {
    read: (text) => {
      const key = createHash('sha256').update(text).digest('hex');
      const known = before[key];
      const documents: readonly unknown[] = Array.isArray(known) ? known : parseDocuments(text);
      read[key] = documents;
      return documents;
    },
    save: () => {
      if (Object.keys(read).some((key) => before[key] === undefined)) writeCache(read);
    },
  };
};
