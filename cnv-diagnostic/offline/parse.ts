import { readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parseAllDocuments } from 'yaml';
import { isRecord, listAt, textAt, type KubeObject } from '@cnv-ai/engine/kubernetes';

/** The largest file that is read, before and after it is unpacked. */
export const LARGEST = 64 * 1024 * 1024;
/** Objects out of a cluster have no aliases; a few written by hand are let through. */
const ALIASES = 20;
/** No object of Kubernetes is nested so deeply. */
const DEEPEST = 100;

/** What a file holds, or one clause that says why it is of no use. */
export type Parsed = { readonly documents: readonly KubeObject[] } | { readonly problem: string };

const textOf = (file: string): string | undefined => {
  if (statSync(file).size > LARGEST) return undefined;
  const bytes = readFileSync(file);
  const plain = file.endsWith('.gz') ? gunzipSync(bytes, { maxOutputLength: LARGEST }) : bytes;
  return plain.toString('utf8');
};

const isShallow = (value: unknown, room = DEEPEST): boolean => {
  if (typeof value !== 'object' || value === null) return true;
  return room > 0 && Object.values(value).every((entry) => isShallow(entry, room - 1));
};

const documentsOf = (text: string): unknown[] => {
  if (text.trimStart().startsWith('{')) return [JSON.parse(text) as unknown];
  return parseAllDocuments(text, { merge: false, logLevel: 'silent' }).map((document): unknown => {
    const [error] = document.errors;
    if (error !== undefined) throw error;
    const content: unknown = document.toJS({ maxAliasCount: ALIASES });
    return content;
  });
};

/** Reads the objects of a file; never throws. */
export const parseFile = (file: string): Parsed => {
  try {
    const text = textOf(file);
    if (text === undefined) return { problem: 'it is larger than 64 MiB' };
    if (text.includes('\u0000')) return { problem: 'it is no text' };
    const documents = documentsOf(text).filter(isRecord);
    return documents.every((document) => isShallow(document))
      ? { documents }
      : { problem: 'it is nested too deeply' };
  } catch {
    return { problem: 'it is no YAML or JSON that can be read' };
  }
};

/** The objects of a document: its own, or the items of a list, which may leave out their kind. */
export const objectsIn = (document: KubeObject): readonly KubeObject[] => {
  const kind = textAt(document, 'kind') ?? '';
  if (!kind.endsWith('List') || !Array.isArray(document.items)) return [document];
  const ofItems = { apiVersion: document.apiVersion, kind: kind.slice(0, -'List'.length) };
  return listAt(document, 'items')
    .filter(isRecord)
    .map((item) => (kind === 'List' ? item : { ...ofItems, ...item }));
};
