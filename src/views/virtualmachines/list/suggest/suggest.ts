import type { Entry, EntryKind } from './entries';

/** More than fit under the bar without scrolling are not read. */
const MOST = 8;
/** A shorter part inside a name is chance. */
const INSIDE = 3;

/** What stands before a name so that it can only be read as one, and the words that say it too. */
const LEADS: Partial<Record<EntryKind, { readonly lead: string; readonly said: string[] }>> = {
  namespace: { lead: 'in', said: ['in', 'from', 'project', 'projects', 'namespace', 'namespaces'] },
  node: { lead: 'on', said: ['on', 'node', 'nodes', 'host', 'hosts'] },
  label: { lead: 'label', said: ['label', 'labels', 'labeled', 'labelled'] },
};

const SEPARATORS = ' \t\n(),"“”';
const JOINTS = ' -./=:_';

/** The word at the caret: where it starts and ends, and the words before it. */
export type Typed = {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly before: readonly string[];
};

export const typedAt = (text: string, caret: number): Typed => {
  let start = caret;
  while (start > 0 && !SEPARATORS.includes(text.charAt(start - 1))) start -= 1;
  let end = caret;
  while (end < text.length && !SEPARATORS.includes(text.charAt(end))) end += 1;
  const before = text.slice(0, start).toLowerCase().split(' ');
  return {
    start,
    end,
    word: text.slice(start, caret).toLowerCase(),
    before: before.filter((word) => word !== ''),
  };
};

const isAtJoint = (folded: string, word: string): boolean => {
  for (let at = folded.indexOf(word, 1); at > 0; at = folded.indexOf(word, at + 1)) {
    if (JOINTS.includes(folded.charAt(at - 1))) return true;
  }
  return false;
};

/** 0 begins with the word, 1 has a part that does, 2 holds it, `undefined` neither. */
const rankOf = ({ folded, kind }: Entry, word: string): 0 | 1 | 2 | undefined => {
  if (folded === word) return undefined;
  if (folded.startsWith(word)) return 0;
  if (kind === 'word') return undefined;
  if (isAtJoint(folded, word)) return 1;
  return word.length >= INSIDE && folded.includes(word) ? 2 : undefined;
};

const best = (entries: readonly Entry[], word: string): Entry[] => {
  const ranks: readonly [Entry[], Entry[], Entry[]] = [[], [], []];
  for (const entry of entries) {
    const rank = rankOf(entry, word);
    if (rank !== undefined && ranks[rank].length < MOST) ranks[rank].push(entry);
    if (ranks[0].length === MOST) break;
  }
  return ranks.flat().slice(0, MOST);
};

const kindSaidBy = (word: string | undefined): EntryKind | undefined =>
  word === undefined
    ? undefined
    : (['namespace', 'node', 'label'] as const).find((kind) => LEADS[kind]?.said.includes(word));

/** "Rocky L": a value of two words is found by its second one too. */
const twoWords = (entries: readonly Entry[], { before, word }: Typed): Entry[] => {
  const phrase = `${before.at(-1) ?? ''} ${word}`;
  return before.length === 0 || word === ''
    ? []
    : entries.filter(({ folded }) => folded !== phrase && folded.startsWith(phrase)).slice(0, MOST);
};

/** What the word at the caret could become. An empty word says nothing unless the one before does. */
export const suggest = (
  entries: readonly Entry[],
  text: string,
  caret: number,
): readonly Entry[] => {
  const typed = typedAt(text, caret);
  const { word, before } = typed;
  const kind = kindSaidBy(before.at(-1));
  const ofKind = kind === undefined ? [] : entries.filter((entry) => entry.kind === kind);
  if (word === '') return ofKind.slice(0, MOST);
  const preferred = best(ofKind, word);
  const found = preferred.length > 0 ? preferred : best(entries, word);
  return [...new Set([...twoWords(entries, typed), ...found])].slice(0, MOST);
};

export type Completed = { readonly text: string; readonly caret: number };

/** The sentence with the suggestion in place of the word at the caret. */
export const complete = (text: string, caret: number, { kind, text: value }: Entry): Completed => {
  const { start, end, word, before } = typedAt(text, caret);
  const previous = before.at(-1);
  const phrase = `${previous ?? ''} ${word}`;
  const spansTwo = word !== '' && value.toLowerCase().startsWith(phrase) && previous !== undefined;
  const from = spansTwo ? text.toLowerCase().lastIndexOf(previous, start - 1) : start;
  const lead = LEADS[kind];
  const said = lead === undefined || (previous !== undefined && lead.said.includes(previous));
  const inserted = `${said ? '' : `${lead.lead} `}${value}`;
  const rest = text.slice(end);
  const gap = rest.startsWith(' ') ? '' : ' ';
  const left = `${text.slice(0, from)}${inserted}${gap}`;
  return { text: `${left}${rest}`, caret: left.length + (gap === '' ? 1 : 0) };
};
