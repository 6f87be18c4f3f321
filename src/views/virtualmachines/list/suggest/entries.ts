import type { Field, Inventory } from '@cnv-ai/engine/search';

/** In the order of the listing: what most machines share comes before the names of single ones. */
export const KINDS = ['status', 'os', 'namespace', 'node', 'label', 'word', 'name'] as const;

export type EntryKind = (typeof KINDS)[number];

/** Something a sentence can hold. */
export type Entry = {
  readonly kind: EntryKind;
  readonly text: string;
  /** The text in lower case, made once: it is compared at every keystroke. */
  readonly folded: string;
  /** Machines that have it. */
  readonly count?: number;
};

const entry = (kind: EntryKind, text: string, count?: number): Entry => ({
  kind,
  text,
  folded: text.toLowerCase(),
  ...(count === undefined ? {} : { count }),
});

const counted = (kind: EntryKind, values: Iterable<string | undefined>): Entry[] => {
  const counts = new Map<string, number>();
  for (const value of values) {
    if (value !== undefined && value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([text, count]) => entry(kind, text, count));
};

/** The words for the fields, without plurals of words that are there. */
const wordsOf = (fields: readonly Field[], locale: string): string[] =>
  fields
    .flatMap(({ words }) => (words[locale] ?? words.en ?? '').split('|'))
    .filter((word, _index, all) => !(word.endsWith('s') && all.includes(word.slice(0, -1))));

const WORD = /\p{L}{4,}/gu;

/** Everything that can be suggested in this cluster, as this user may see it. */
export const entriesOf = (
  { records, vocabulary }: Pick<Inventory, 'records' | 'vocabulary'>,
  fields: readonly Field[],
  sentences: readonly string[],
  locale: string,
): readonly Entry[] => {
  const os = fields.find(({ name }) => name === 'os');
  const used = new Set(records.map(({ namespace }) => namespace));
  const empty = [...vocabulary.namespaces.keys()].filter((name) => !used.has(name)).sort();
  const busy = new Set(records.map(({ node }) => node));
  const idle = [...vocabulary.nodes].filter((name) => !busy.has(name)).sort();
  const labels = records.flatMap((record) =>
    Object.entries(record.labels).map(([key, value]) => (value === '' ? key : `${key}=${value}`)),
  );
  const words = [
    ...wordsOf(fields, locale),
    ...sentences.flatMap((sentence) => sentence.match(WORD) ?? []),
  ];
  const values = [
    ...counted(
      'status',
      records.map(({ status }) => status),
    ),
    ...counted(
      'os',
      records.map((record) => os?.column?.(record)?.toString()),
    ),
    ...counted(
      'namespace',
      records.map(({ namespace }) => namespace),
    ),
    ...empty.map((name) => entry('namespace', name)),
    ...counted(
      'node',
      records.map(({ node }) => node),
    ),
    ...idle.map((name) => entry('node', name)),
    ...counted('label', labels),
  ];
  const known = new Set(values.map(({ folded }) => folded));
  return [
    ...values,
    ...[...new Set(words.map((word) => word.toLowerCase()))]
      .filter((word) => !known.has(word))
      .map((word) => entry('word', word)),
    ...[...vocabulary.machines.keys()].sort().map((name) => entry('name', name)),
  ];
};
