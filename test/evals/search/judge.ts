import type { Aggregate, SearchResult } from '@cnv-ai/engine/search';
import type { Counted, Entry, Expectation, Listed } from './corpus';
import { grouped, select, totalOf } from './executor';
import type { Machine } from './shelf';

/** `wrong`: a list or number that is not the answer, or one where a refusal was due. */
export type Verdict = 'right' | 'question' | 'wrong' | 'refused';
export type Answer = {
  readonly outcome: SearchResult['outcome'];
  readonly readable: string;
  readonly uids: readonly string[];
  /** Kinds the answer says it was not told of. */
  readonly unchecked: readonly string[];
  readonly aggregate?: Aggregate;
  readonly clarification?: string;
  readonly notUnderstood: readonly string[];
};
export type Judged = { readonly entry: Entry; readonly verdict: Verdict; readonly detail: string };

export const isListed = (expect: Expectation): expect is Listed => 'where' in expect;

/** The result sets that answer an entry: the first reading and those as good. */
export const acceptedSets = (
  { where, or, top }: Listed,
  machines: readonly Machine[],
  now: number,
): Machine[][] => [where, ...or].map((reading) => select(reading, top, { machines, now }));

const difference = (wanted: readonly Machine[], uids: readonly string[]): string | undefined => {
  const found = new Set(uids);
  const expected = new Set(wanted.map(({ uid }) => uid));
  const missing = wanted.filter(({ uid }) => !found.has(uid));
  const extra = uids.filter((uid) => !expected.has(uid));
  if (missing.length === 0 && extra.length === 0 && uids.length === wanted.length) return undefined;
  const examples = [...missing.map(({ key }) => `-${key}`), ...extra.map((uid) => `+${uid}`)];
  return `${uids.length} of ${wanted.length}: ${examples.slice(0, 4).join(' ')}`;
};

// A display name may be written otherwise ("Fedora"), never be another word.
const canonical = (groups: readonly (readonly [string, number])[]): string =>
  JSON.stringify(
    groups
      .map(([key, value]) => [key.toLowerCase(), value] as const)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  );

const RELEASES: ReadonlySet<string> = new Set(['osMajor', 'osVersion']);

// "Windows 2022" is the release 2022 of one system, "Rocky Linux" is called rocky by its agent.
const keyOf = (by: string, key: string): string => {
  const words = key.toLowerCase().split(' ');
  return (RELEASES.has(by) ? words.at(-1) : by === 'os' ? words[0] : words.join(' ')) ?? '';
};

// A group for "no value" may be there or not: only what has a value is compared.
const sameGroups = (by: string, machines: readonly Machine[], found: Aggregate): boolean => {
  const wanted = Object.entries(grouped(machines, by));
  const keys = new Set(wanted.map(([key]) => key.toLowerCase()));
  const valued = (found.groups ?? [])
    .map(({ key, value }) => [keyOf(by, key), value] as const)
    .filter(([key]) => keys.has(key));
  return canonical(wanted) === canonical(valued);
};

const aggregateFault = (
  wanted: Counted,
  machines: readonly Machine[],
  found: Aggregate | undefined,
): string | undefined => {
  if (found?.function !== wanted.function) {
    return `aggregate ${found?.function ?? 'missing'}, not ${wanted.function}`;
  }
  const { by, of } = wanted;
  if (by !== undefined && !sameGroups(by, machines, found)) {
    return `groups ${JSON.stringify(found.groups)}`;
  }
  const value = of === undefined ? machines.length : totalOf(machines, of);
  return by === undefined && found.value !== value
    ? `value ${found.value ?? 'missing'}, not ${value}`
    : undefined;
};

const judgeList = (
  expect: Listed,
  answer: Answer,
  machines: readonly Machine[],
  now: number,
): string | undefined => {
  // Nothing is kept from whoever asks here.
  if (answer.unchecked.length > 0) return `without ${answer.unchecked.join(', ')}`;
  const sets = acceptedSets(expect, machines, now);
  const faults = sets.map(
    (set) =>
      difference(set, answer.uids) ??
      (expect.aggregate && aggregateFault(expect.aggregate, set, answer.aggregate)),
  );
  return faults.includes(undefined) ? undefined : faults[0];
};

/** What an answer to an entry is worth. */
export const judge = (
  entry: Entry,
  answer: Answer,
  machines: readonly Machine[],
  now: number,
): Judged => {
  const listed = answer.outcome === 'ok';
  const { expect } = entry;
  if (!isListed(expect)) {
    if (listed) return { entry, verdict: 'wrong', detail: `a list for: ${answer.readable}` };
    const other = expect.refuse !== 'any' && expect.refuse !== answer.outcome;
    return { entry, verdict: 'refused', detail: other ? `as ${answer.outcome}` : '' };
  }
  if (!listed) {
    const words = answer.notUnderstood.join(', ');
    return { entry, verdict: 'question', detail: `${answer.outcome}: ${words}` };
  }
  const fault = judgeList(expect, answer, machines, now);
  return fault === undefined
    ? { entry, verdict: 'right', detail: '' }
    : { entry, verdict: 'wrong', detail: `${fault} for: ${answer.readable}` };
};
