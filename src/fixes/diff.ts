import { isRecord } from '@cnv-ai/engine/kubernetes';
import { present, withoutSecrets } from '@cnv-ai/engine/redaction';

/** One place that changes: `before` is missing where something is added, `after` where it goes. */
export type Difference = {
  /** Keys from the object's root, joined by dots; list positions in brackets. */
  readonly path: string;
  readonly before?: string;
  readonly after?: string;
};

/** What the API server writes itself on every change. */
const BOOKKEEPING: ReadonlySet<string> = new Set([
  'metadata.managedFields',
  'metadata.resourceVersion',
  'metadata.generation',
]);

const child = (path: string, key: string | number): string => {
  if (typeof key === 'number') return `${path}[${key}]`;
  const quoted = /^[\w-]+$/.test(key) ? key : JSON.stringify(key);
  return path === '' ? quoted : `${path}.${quoted}`;
};

const childrenOf = (value: unknown): Map<string | number, unknown> | undefined => {
  if (Array.isArray(value)) return new Map((value as unknown[]).entries());
  return isRecord(value) ? new Map(Object.entries(value)) : undefined;
};

const leaf = (path: string, before: unknown, after: unknown): Difference => ({
  path,
  ...(before === undefined ? {} : { before: present(before) }),
  ...(after === undefined ? {} : { after: present(after) }),
});

const differ = (before: unknown, after: unknown, path: string): Difference[] => {
  if (BOOKKEEPING.has(path)) return [];
  const [old, now] = [childrenOf(before), childrenOf(after)];
  if (old === undefined || now === undefined || Array.isArray(before) !== Array.isArray(after)) {
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [leaf(path, before, after)];
  }
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) =>
    differ(old.get(key), now.get(key), child(path, key)),
  );
};

/** Where two versions of an object differ, in the order in which the fields stand; secrets removed. */
export const differences = (before: unknown, after: unknown): Difference[] =>
  differ(withoutSecrets(before), withoutSecrets(after), '');
