import { toldBy } from '../fields/problem';
import { ERROR_GROUP } from '../statuses';
import type { Vocabulary } from '../vocabulary';
import { draftOf, type Match, type Rule, type Scene } from './draft';
import { has, senseOf, type Item } from './items';
import { machineTexts } from './machine-texts';
import { isSymbol, skipFillers } from './skip';

const reportsOf = machineTexts(({ reports }) => toldBy(reports));

const isReported = (vocabulary: Vocabulary, text: string): boolean =>
  reportsOf(vocabulary.machines).some((report) => report.includes(text));

/** The longest text of a report that people quote without quotation marks. */
const MOST_WORDS = 8;

/** Where words stop to be of one text. */
const ends = (item: Item | undefined): boolean =>
  item === undefined || item.kind === 'symbol' || has(item, 'noun', 'relative');

/** The longest stretch from here on that some machine reports, word for word. */
const reportedAt = (
  { items, sentence, vocabulary }: Scene,
  from: number,
): { text: string; next: number } | undefined => {
  const start = items[from]?.start;
  if (start === undefined) return undefined;
  let end = from;
  while (end < from + MOST_WORDS && !ends(items[end])) end += 1;
  for (let next = end; next > from; next -= 1) {
    const text = sentence.slice(start, items[next - 1]?.end).toLowerCase();
    const short = next === from + 1 && (text.length < 4 || has(items[from], 'value', 'filler'));
    if (!short && isReported(vocabulary, text)) return { text, next };
  }
  return undefined;
};

const reports = (scene: Scene, at: number, next: number, value: string): Match => ({
  next,
  drafts: [draftOf(scene, at, next, { field: 'problem', op: 'contains', value })],
});

/** Words between a failure and what is said of it: "failing with", "errors like", "error:". */
const SAYS: ReadonlySet<string> = new Set([
  ...['with', 'like', 'about', 'by', 'because', 'because of', 'due to', 'on', 'from', 'mentioning'],
  ...['saying', 'says', 'containing', 'contains', 'matching', 'mentions', 'that say', 'such as'],
  ...['con', 'como', 'por', 'avec', 'comme', 'mit', 'wie', 'wegen', 'message', 'messages', 'text'],
]);

const isTrouble = (item: Item | undefined): boolean =>
  senseOf(item, 'value')?.value === ERROR_GROUP;

/** Where the text begins that a word of trouble introduces. */
const textAfter = ({ items }: Scene, at: number): number | undefined => {
  const complains = has(items[at], 'complains');
  if (!complains && !isTrouble(items[at])) return undefined;
  let next = at + 1;
  while (
    SAYS.has(items[next]?.text ?? '') ||
    isSymbol(items[next], ':', '=') ||
    has(items[next], 'complains')
  )
    next += 1;
  if (!complains && next === at + 1 && items[next]?.kind !== 'quoted') return undefined;
  return skipFillers(items, next);
};

/** A text in quotation marks with a space in it is the name of nothing. */
const isText = (item: Item | undefined): item is Item =>
  item?.kind === 'quoted' && item.text.includes(' ');

/** "VMs with errors like “exceeded quota”", "blocked by quota": what the cluster says of a machine. */
export const troubleRule: Rule = (scene, at) => {
  const { items, vocabulary } = scene;
  const quoted = items[at];
  if (isText(quoted) && isReported(vocabulary, quoted.text))
    return reports(scene, at, at + 1, quoted.text);
  // "exceeded quota: compute": the whole of what was pasted, where a machine reports it so.
  const pasted = senseOf(quoted, 'value')?.field === 'problem' ? reportedAt(scene, at) : undefined;
  if (pasted !== undefined && pasted.next > at + 1)
    return reports(scene, at, pasted.next, pasted.text);
  const from = textAfter(scene, at);
  if (from === undefined) return undefined;
  const item = items[from];
  if (item?.kind === 'quoted' && !has(item, 'value'))
    return reports(scene, at, from + 1, item.text);
  const found = reportedAt(scene, from);
  if (found !== undefined) return reports(scene, at, found.next, found.text);
  // What follows is known by another name: "complaining about FailedMount", "hit by crash loops".
  const known =
    has(item, 'value') || vocabulary.values.get('warning')?.has(item?.raw ?? '') === true;
  return has(items[at], 'complains') && known ? { next: from } : undefined;
};
