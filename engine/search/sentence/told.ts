import { say } from '../../messages';
import { fieldNamed } from '../fields';
import { clausesOf, type Clause } from './clauses';
import type { Question } from './draft';
import type { Parse } from './further';
import { knownNames } from './questions';
import { has, silenced, type Item } from './items';
import type { Reading } from './parse';
import type { Part } from './parts';
import { pointersIn, type Pointer } from './pointers';

type Base = Parameters<Parse>[0] & { parse: Parse };

/** Left aside, and shown as that. */
const silent = (item: Item): Item => ({ ...silenced(item), kind: 'word', text: '' });

/** What is said of one who asks, or of other things, in words that machines have too. */
const IDIOMS =
  /\b(?:on (?:call|duty|holiday|vacation|leave|shift|(?:the|my) (?:phone|way))|new (?:here|to (?:this|the team)|in (?:this|the) (?:team|job))|lost (?:power|connection|connectivity|contact|network|access|(?:my|the|our|track of) \w+|half|some|all|a few)|in (?:a |back-to-back )?meetings?(?: all day)?|a (?:few|couple of|handful of|bunch of|lot of)|several|many|lots of|power (?:cut|loss|failure|outage)|(?:the|this|last|an?) (?:upgrade|update|outage|reboot|crash|migration|failure|restart|backup|snapshot|alert|incident|problem|issue)|(?:due|up) for (?:\w+|a \w+)|to (?:be )?\w+ed|about to \w+|going to \w+|trouble|complain(?:ing|ed|s)? about|(?:say|says|said|tells?|told|warns?|warned)(?: (?:me|us))?(?: that)?|error (?:message|mail|page)s?)\b/g;

/** Of a time to come, or of the telling itself. */
const TO_COME =
  /\b(?:(?:i am|we are|they are|(?:i|we|they)'(?:m|re)) (?:\w+ly |just )?\w+ing|will|'ll|going to|wants? to|needs? to|have to|has to|must|plan(?:s|ned|ning)?|about to|due|being|tonight|tomorrow|next|upcoming|coming|soon|scheduled|expires?|leav(?:es|ing)|retir(?:es|ing)|replac(?:es|ing)|migrating|moving|starts|ends)\b/;

const quieted = ({ items }: Base, { from, to, start, text }: Clause): Item[] => {
  const said = [...text.matchAll(IDIOMS)].map(({ index, 0: words }) => ({
    start: start + index,
    end: start + index + words.length,
  }));
  return items.slice(from, to).map((item) => {
    const idle = said.some((range) => range.start < item.end && item.start < range.end);
    return idle || has(item, 'order', 'beyond') ? silent(item) : item;
  });
};

const THINGS: ReadonlySet<string> = new Set([
  ...['node', 'zone', 'namespace', 'storageClass', 'network', 'folder', 'name', 'machine'],
  ...['label', 'os', 'instancetype', 'preference', 'ip', 'mac', 'storageKind'],
]);

const fieldOf = ({ draft, where }: Part): string =>
  draft?.field ?? ('field' in where ? where.field : '');

const isThing = (part: Part): boolean => THINGS.has(fieldOf(part));

/** "a node is NotReady": one of those, where none is named. */
const isHostState = (part: Part): boolean => fieldNamed(fieldOf(part))?.hostStates !== undefined;

const isTimed = (part: Part): boolean => fieldNamed(fieldOf(part))?.type === 'time';

/** "the zone goes down", "complaining about": a word for something, or the telling itself. */
const isBare = (part: Part): boolean =>
  fieldOf(part) === 'problem' ||
  (part.draft?.confidence === 'medium' && !isTimed(part) && !isThing(part)) ||
  (part.draft?.op === 'contains' && fieldOf(part) !== 'name') ||
  (part.draft?.op === 'exists' && !part.negated);

/** What a clause tells that could be asked for. */
type Told = { clause: Clause; items: readonly Item[]; parts: Part[]; reading: Reading };

const toldIn = (base: Base, clause: Clause): Told => {
  const items = quieted(base, clause);
  const reading = base.parse({ ...base, items });
  const toCome = TO_COME.test(clause.text);
  const parts = reading.parts.flat().filter((part) => !isBare(part) && !(toCome && isTimed(part)));
  return { clause, items, parts, reading };
};

const within = (item: Item, parts: readonly Part[]): boolean =>
  parts.some(({ start, end }) => start <= item.start && item.end <= end);

/** "carol has left": nothing is said of what she has. */
const HAS = /^(?:has|have|owns?|uses?)$/;

/** The items of some constraints, as they stand, from the first to the last. */
const itemsOf = ({ items }: Told, parts: readonly Part[]): Item[] => {
  const at = items.flatMap((item, index) => (within(item, parts) ? [index] : []));
  return items
    .slice(at[0] ?? 0, (at.at(-1) ?? -1) + 1)
    .filter(({ text }) => !HAS.test(text))
    .map((item) => (within(item, parts) || has(item, 'noun', 'and', 'or') ? item : silent(item)));
};

/** What a pointer stands for, the clause that tells it last; `undefined` where that is not clear. */
const meantBy = (told: readonly Told[], { at }: Pointer): Item[] | undefined => {
  const named = (part: Part): boolean =>
    at === 'machines' ||
    (at === 'person' ? fieldOf(part) === 'label' : isThing(part) && !part.negated);
  const tells = (wanted: (part: Part) => boolean): Told | undefined =>
    told.filter(({ parts }) => parts.some(wanted)).at(-1);
  const wanted = at === 'thing' && tells(named) === undefined ? isHostState : named;
  const last = tells(wanted);
  if (last === undefined) return at === 'thing' ? subjectIn(told) : undefined;
  const parts = last.parts.filter(wanted);
  if (at === 'machines' && !isWhole(last)) return undefined;
  // "we moved worker-1 to zone a, what runs on it": either may be meant.
  const several = at === 'thing' && new Set(parts.map(subjectOf)).size > 1;
  return several ? undefined : itemsOf(last, parts);
};

/** "secure boot rollout: who does not have it": the one fact that a topic names. */
const subjectIn = (told: readonly Told[]): Item[] | undefined => {
  const topic = told.find(({ clause }) => clause.kind === 'topic');
  const [part, more] = topic?.reading.parts.flat() ?? [];
  return topic && part && more === undefined ? itemsOf(topic, [part]) : undefined;
};

/** Words that say nothing of which machines are told of. */
const IDLE =
  /^(?:some|left|still|a few|few|several|couple|about|asked|told|me|us|due|his|her|their|handed|tonight|tomorrow|next|week|old|got|today|inherited|took over|over|took|is|responsible|for|really|running out|supposed|schedule|scheduled|patch|patching|upgrade)$/;

/** Nothing that could restrict the machines told of was left over. */
const isWhole = ({ parts, items, reading }: Told): boolean => {
  const end = Math.max(...parts.map((part) => part.end));
  const subject = items.findIndex((item) => within(item, parts));
  const begins = items.slice(0, subject).every((item) => has(item, 'filler'));
  const loose = reading.unused.filter(
    ({ text, start }) => !IDLE.test(text) && !(begins && start > end),
  );
  return loose.length === 0 && reading.questions.length === 0;
};

const TIMES: ReadonlySet<string> = new Set(['since', 'before', 'between']);

/** What a constraint is of: a field or the time of something, a label by its key. */
const subjectOf = (part: Part): string => {
  const [value] = [part.draft?.value].flat();
  const key = fieldOf(part) === 'label' ? String(value).replace(/=.*$/, '') : '';
  return [fieldOf(part), key, TIMES.has(part.draft?.op ?? '')].join(' ');
};

/** The request says itself what is to hold of that, or says the same again in whatever words. */
const isEchoed = (part: Part, asked: readonly Part[], text: string): boolean => {
  const values = [part.draft?.value].flat().map((value) =>
    String(value)
      .replace(/^.*=|\*/g, '')
      .toLowerCase(),
  );
  const again = asked.some((other) => subjectOf(other) === subjectOf(part));
  return again || values.every((value) => value.length > 2 && text.includes(value));
};

/** Written as names of a cluster are; whether there is such a thing may not have been read yet. */
const NAME = /^[a-z]{2,}-[a-z0-9-]+$/;

/** Names that are said without a word of what they name: "nfs-slow is full". */
const namesIn = ({ vocabulary }: Base, { reading }: Told): Item[] =>
  reading.unused.filter(
    ({ text, senses }) =>
      (senses.length === 0 && NAME.test(text)) ||
      [...THINGS].some((field) => knownNames(vocabulary, field)?.has(text)),
  );

const apart = (
  base: Base,
  asked: Clause,
  open: readonly Pick<Part, 'start' | 'end'>[],
): Question => {
  const words = open.map(({ start, end }) => base.sentence.slice(start, end));
  const question = base.sentence.slice(
    base.items[asked.from]?.start,
    base.items[asked.to - 1]?.end,
  );
  return {
    outcome: 'ambiguous',
    message: say('Does “{{words}}” say which machines are asked for? Ask with it, or without it.', {
      words: words.join(', '),
    }),
    suggestions: [question, `${question} ${words.join(' ')}`],
  };
};

const clean = ({ questions, unused }: Reading): boolean =>
  questions.length === 0 && unused.length === 0;

/** The first that leaves nothing open, else the first; the others are not read. */
const firstClean = (
  ways: readonly (readonly Item[])[],
  read: (items: readonly Item[]) => Reading,
): Reading | undefined => {
  let first: Reading | undefined;
  for (const items of ways) {
    const reading = read(items);
    if (clean(reading)) return reading;
    first ??= reading;
  }
  return first;
};

/** Between a person and what is theirs: "does she still own". */
const STILL: ReadonlySet<string> = new Set(['still', 'also', 'currently', 'now', 'all']);

/** The question with what it points at in the place of the first pointer, else before or behind. */
const resolved = (
  asked: readonly Item[],
  pointers: readonly Pointer[],
  meant: readonly Item[],
): Item[][] => {
  const at = pointers[0]?.from ?? 0;
  const silenced = asked.map((item, index) =>
    pointers.some(({ from, to }) => from <= index && index < to) ? silent(item) : item,
  );
  const [before, after] = [silenced.slice(0, at), silenced.slice(at + 1)];
  const still = pointers[0]?.at === 'person' && STILL.has(after[0]?.text ?? '') ? 1 : 0;
  const said = silenced.slice(at, at + 1);
  const instead = [...before, ...said, ...meant, ...after.slice(still)];
  const first = [...meant, ...silenced];
  const last = [...silenced, ...meant];
  return pointers[0]?.to === asked.length ? [first, instead, last] : [instead, first, last];
};

/**
 * "I'm on call and worker-06 just went NotReady, please show me everything on it": a sentence has one
 * request. What is told around it gives no constraint of its own, only what the request points at;
 * what could be meant of the machines, and is not pointed at, is asked back. `clear`: read in one it
 * leaves no question.
 */
export const readApart = (base: Base, clear: boolean): Reading | undefined => {
  const clauses = clausesOf(base);
  const [asked, more] = clauses.filter(({ kind }) => kind === 'asks');
  const context = clauses.filter(({ kind }) => kind === 'tells' || kind === 'topic');
  if (asked === undefined || more !== undefined || context.length === 0) return undefined;
  if (clauses.some(({ kind }) => kind === 'other')) return undefined;
  const question = base.items.slice(asked.from, asked.to);
  const pointers = pointersIn(question);
  // What a topic names is asked for, unless it is pointed at.
  if (pointers.length === 0 && context.some(({ kind }) => kind === 'topic')) return undefined;
  const told = context.map((clause) => toldIn(base, clause));
  const aside = base.items.filter((_, at) => at < asked.from || at >= asked.to).map(silent);
  const read = (items: readonly Item[], rest = aside): Reading =>
    base.parse({ ...base, items: [...rest, ...items] });
  if (pointers.length > 0) {
    const [pointer] = pointers;
    const meant = pointer && meantBy(told, pointer);
    const unclear = told.flatMap(({ reading }) => reading.questions);
    if (meant === undefined && unclear.length > 0)
      return { ...read(question), parts: [], questions: unclear };
    if (meant === undefined || meant.length === 0) {
      const open = told.flatMap(({ parts }) => parts);
      const questions = [apart(base, asked, open)];
      const all = open.length === 0 || !clear;
      return all ? undefined : { ...read(question), parts: [], questions };
    }
    const rest = aside.filter(({ start }) => !meant.some((item) => item.start === start));
    return firstClean(resolved(question, pointers, meant), (items) => read(items, rest));
  }
  const alone = read(question);
  const text = asked.text;
  // "a backup failed, which VM?": the question has nothing of its own.
  const { aggregate, sort } = alone.wanted;
  const bare = sort === undefined && (aggregate === undefined || aggregate.of === 'machine');
  if (alone.parts.length === 0 && bare && !WHOLE.test(text)) return undefined;
  const open = told.flatMap(({ parts }) =>
    parts.filter((part) => !isEchoed(part, alone.parts.flat(), text)),
  );
  const names = told
    .flatMap((one) => namesIn(base, one))
    .filter((item) => !text.includes(item.text));
  if (open.length + names.length === 0) return alone;
  const questions = [...alone.questions, apart(base, asked, [...open, ...names])];
  return { ...alone, parts: [], questions };
};

/** All machines are asked for. */
const WHOLE = /\b(?:all|every|everything|any|anything|complete|whole)\b/;
