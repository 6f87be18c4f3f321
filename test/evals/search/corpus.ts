import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord, listAt, numberAt, textAt } from '@cnv-ai/engine/kubernetes';
import { parse } from 'yaml';
import type { Top, Where } from './executor';

export type Counted = {
  readonly function: 'count' | 'sum' | 'distinct';
  /** The fact that is summed. */
  readonly of?: string;
  /** The fact whose values are the groups. */
  readonly by?: string;
};
export type Listed = {
  readonly where: Where;
  /** Other readings of the sentence that are as good. */
  readonly or: readonly Where[];
  readonly top?: Top;
  readonly aggregate?: Counted;
};
export type Refusal = 'not_understood' | 'ambiguous' | 'out_of_scope' | 'any';
export type Expectation = Listed | { readonly refuse: Refusal };
export type Entry = {
  readonly category: string;
  readonly sentence: string;
  readonly locale?: string;
  readonly timeZone?: string;
  /** Entries of one group mean the same machines. */
  readonly group?: string;
  readonly expect: Expectation;
};

const CORPUS = join(import.meta.dirname, 'corpus');
const REFUSALS: readonly Refusal[] = ['not_understood', 'ambiguous', 'out_of_scope', 'any'];
const FUNCTIONS = ['count', 'sum', 'distinct'] as const;

const complain = (category: string, what: string): never => {
  throw new Error(`corpus/${category}.yaml: ${what}.`);
};

const topOf = (value: unknown): Top | undefined => {
  const by = textAt(value, 'by');
  const n = numberAt(value, 'n');
  return by === undefined || n === undefined
    ? undefined
    : { by, n, order: textAt(value, 'order') === 'asc' ? 'asc' : 'desc' };
};

const countedOf = (value: unknown): Counted | undefined => {
  const name = FUNCTIONS.find((entry) => entry === textAt(value, 'function'));
  return name && { function: name, of: textAt(value, 'of'), by: textAt(value, 'by') };
};

const expectationOf = (value: unknown, category: string, sentence: string): Expectation => {
  if (!isRecord(value)) return complain(category, `"${sentence}" has no expectation`);
  const refuse = REFUSALS.find((entry) => entry === value.refuse);
  if (refuse !== undefined) return { refuse };
  if (!isRecord(value.where)) return complain(category, `"${sentence}" needs where or refuse`);
  return {
    where: value.where,
    or: listAt(value, 'or').filter((entry) => isRecord(entry)),
    top: topOf(value.top),
    aggregate: countedOf(value.aggregate),
  };
};

const entriesOf = (category: string): Entry[] => {
  const file: unknown = parse(readFileSync(join(CORPUS, `${category}.yaml`), 'utf8'));
  const locale = textAt(file, 'locale');
  return listAt(file, 'entries').map((entry) => {
    const sentence = textAt(entry, 'sentence') ?? complain(category, 'an entry has no sentence');
    return {
      category,
      sentence,
      locale: textAt(entry, 'locale') ?? locale,
      timeZone: textAt(entry, 'timeZone'),
      group: textAt(entry, 'group'),
      expect: expectationOf(isRecord(entry) ? entry.expect : undefined, category, sentence),
    };
  });
};

/** Every sentence of the corpus, by category. */
export const readCorpus = (): Entry[] =>
  readdirSync(CORPUS)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => entriesOf(name.slice(0, -'.yaml'.length)));
