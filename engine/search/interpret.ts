import { english, say, type Message } from '../messages';
import { chipsOf, whereOf } from './chips';
import type { QueryContext, ResourceName } from './fields';
import { lexiconOf } from './lexicon/choose';
import { orderWords } from './order-words';
import { compile, EVERYTHING } from './query/compile';
import { describe } from './query/describe';
import { beginsQuery, fromText } from './query/from-text';
import { partsOf } from './query/parts';
import { isTimeZone } from './query/time-zone';
import type { Question } from './sentence/draft';
import {
  learnt,
  readAnyLength,
  withAssigned,
  type Understood,
  type Whole,
} from './sentence/further';
import type { Item } from './sentence/items';
import { toItems } from './sentence/to-items';
import { NOTHING_ASKED, parse, type Reading } from './sentence/parse';
import type { Wanted } from './sentence/results';
import { MAX_SENTENCE, tokenize } from './sentence/tokens';
import { exampleSentences, nearbySentences } from './suggestions';
import type { Chip, Interpretation, SearchOutcome } from './types';
import type { Vocabulary } from './vocabulary';

export type InterpretOptions = {
  /** Milliseconds since the epoch. */
  now: number;
  /** IANA name; UTC when it is not known. */
  timeZone?: string;
  locale?: string;
};

/** What a sentence means: a query, or why there is none and what would work. */
export type Interpreted = {
  outcome: Exclude<SearchOutcome, 'forbidden' | 'unavailable'>;
  interpretation: Interpretation;
  clarification?: string;
  clarificationMessage?: Message;
  suggestions?: string[];
  aggregate?: Wanted['aggregate'];
  sort?: Wanted['sort'];
  limit?: number;
  /** For a question: kinds that could tell more. */
  needs?: readonly ResourceName[];
};

const LEVELS = ['low', 'medium', 'high'] as const;

const least = (chips: readonly Chip[]): Interpretation['confidence'] =>
  LEVELS.find((level) => chips.some(({ confidence }) => confidence === level)) ?? 'high';

export const ALL = say('All virtual machines');

type Order = Pick<Wanted, 'sort' | 'limit' | 'aggregate'>;

/** The whole query in one line, and its order by itself: it has no chips. */
export const wordsOfQuery = (
  chips: readonly Chip[],
  wanted: Order,
  context: QueryContext,
): Pick<Interpretation, 'readable' | 'readableMessage' | 'order'> => {
  const order = orderWords(wanted);
  const what = chips.length === 0 ? english(ALL) : describe(whereOf(chips), context);
  const constraints = [what, ...order.map(({ message }) => english(message))].join(', ');
  const all = chips.length === 0 && order.length === 0;
  const readableMessage = all ? ALL : say('{{constraints}}', { constraints });
  return { readable: english(readableMessage), readableMessage, order };
};

/** Words next to each other are one: a phrase in a script without spaces stays whole. */
const wordsOf = (items: readonly Item[], sentence: string): string[] => {
  const ranges: { start: number; end: number }[] = [];
  for (const { start, end } of [...items].sort((a, b) => a.start - b.start)) {
    const last = ranges.at(-1);
    if (last?.end === start) last.end = end;
    else ranges.push({ start, end });
  }
  return ranges.map(({ start, end }) => sentence.slice(start, end));
};

const interpretationOf = (
  { reading, chips }: Understood,
  sentence: string,
  context: QueryContext,
): Interpretation => ({
  where: whereOf(chips),
  ...wordsOfQuery(chips, reading.wanted, context),
  chips,
  ignored: wordsOf(reading.ignored, sentence),
  notUnderstood: wordsOf(reading.unused, sentence),
  confidence: least(chips),
});

/** Refusals before questions: no question may invite to go on with an order. */
const worst = (questions: readonly Question[]): Question | undefined =>
  questions.find(({ outcome }) => outcome === 'out_of_scope') ?? questions[0];

/** "that use nfs-slow", "cephfs VMs": only claims tell names of storage classes. */
const canBeClass = ({ kind, text, senses, ordinary }: Item): boolean =>
  /\w-\w/.test(text) ||
  (kind === 'word' && senses.length === 0 && ordinary !== true && /^[a-z]\w+$/.test(text));

/** "FailedMount": only events tell such reasons. */
const canBeReason = ({ raw, senses }: Item): boolean =>
  senses.length === 0 && /^[A-Z][a-z]+[A-Z][A-Za-z]+$/.test(raw);

/** The kinds that may tell what a word means. */
const needsOf = (unused: readonly Item[]): ResourceName[] => [
  ...(unused.some(canBeClass) ? (['persistentVolumeClaims'] as const) : []),
  ...(unused.some(canBeReason) ? (['events'] as const) : []),
];

/** Of all that was asked and left over: the sentence is read once more only. */
const neededFor = ({ needs = [] }: Question, reading: Reading): ResourceName[] => {
  const more = reading.questions.flatMap((question) => question.needs ?? []);
  return needs.length === 0 ? [] : [...new Set([...needs, ...more, ...needsOf(reading.unused)])];
};

const notUnderstood = (unused: readonly Item[], sentence: string): Question => {
  const words = wordsOf(unused, sentence).slice(0, 5);
  const text = words.map((word) => `“${word.slice(0, 40)}”`).join(', ');
  return {
    outcome: 'not_understood',
    message: say('What does {{words}} mean here? No filter, name or label is known by that.', {
      words: text,
    }),
    suggestions: [],
    needs: needsOf(unused),
  };
};

const asks = ({ parts, wanted, subject }: Reading): boolean =>
  parts.length > 0 || subject || wanted.aggregate !== undefined || wanted.sort !== undefined;

const questionOf = (
  reading: Reading,
  chips: readonly Chip[],
  sentence: string,
  context: QueryContext,
): Question | undefined => {
  const question = worst(reading.questions);
  if (question !== undefined) return question;
  if (reading.unused.length > 0) return notUnderstood(reading.unused, sentence);
  if (!asks(reading)) return { outcome: 'not_understood', message: NOTHING_ASKED, suggestions: [] };
  const contrary = learnt().contradiction?.(reading.parts);
  if (contrary !== undefined) return contrary;
  const compiled = compile(whereOf(chips), context);
  return 'problem' in compiled
    ? { outcome: 'not_understood', message: compiled.problem, suggestions: [] }
    : undefined;
};

const UNSAID = { readable: '', readableMessage: say(''), order: [] };

/** Of a request without a sentence. */
export const emptyInterpretation = (confidence: Interpretation['confidence']): Interpretation => ({
  where: EVERYTHING,
  ...UNSAID,
  chips: [],
  ignored: [],
  notUnderstood: [],
  confidence,
});

/** The answer to a request that cannot be read: what is wrong with it, in one sentence. */
export const notUnderstoodBecause = (
  message: Message,
  suggestions: readonly string[] = [],
): Interpreted => ({
  outcome: 'not_understood',
  interpretation: emptyInterpretation('low'),
  clarification: english(message),
  clarificationMessage: message,
  ...(suggestions.length > 0 ? { suggestions: [...suggestions] } : {}),
});

type Base = { sentence: string; vocabulary: Vocabulary; context: QueryContext; locale: string };

/** The query language, typed: nothing in it is left to be understood. */
const readTyped = (sentence: string, context: QueryContext): Reading | undefined => {
  if (!beginsQuery(sentence)) return undefined;
  const typed = fromText(sentence, context);
  if ('problem' in typed || !typed.exact) return undefined;
  const parts = partsOf(typed.tree);
  return { parts, wanted: {}, questions: [], ignored: [], unused: [], subject: true };
};

const understand = (reading: Reading, { sentence, context }: Base): Understood => {
  const chips = chipsOf(reading.parts, context);
  return { reading, chips, question: questionOf(reading, chips, sentence, context) };
};

/** `sentence` may be another way to write that of the base. */
const readWhole = (base: Base, sentence: string): Whole => {
  const { vocabulary, context, locale } = base;
  const tokens = tokenize(sentence);
  const found = withAssigned(toItems(tokens, sentence, lexiconOf(tokens, locale), vocabulary));
  const items = learnt().prepared?.(found, sentence, vocabulary) ?? found;
  const scene = { items, sentence, vocabulary, context };
  return { scene, ...understand(parse(scene), base) };
};

const readSentence = (base: Base): Understood => {
  const { sentence, vocabulary, context } = base;
  const read =
    readTyped(sentence, context) ??
    readAnyLength(sentence, vocabulary, (text) => readWhole(base, text), parse);
  return 'reading' in read ? read : understand(read, base);
};

const works = (base: Base, sentence: string): boolean => {
  if (sentence === '' || sentence === base.sentence || sentence.length > MAX_SENTENCE) return false;
  const { reading, question } = readSentence({ ...base, sentence });
  const { sort, aggregate } = reading.wanted;
  const certain = reading.parts.flat().every(({ draft }) => draft?.confidence !== 'medium');
  const asked = reading.parts.length > 0 || sort !== undefined || aggregate !== undefined;
  return asked && certain && question === undefined;
};

const MOST_SUGGESTED = 4;

/** Each one tried is read as a sentence of its own. */
const MOST_TRIED = 8;

/** Only sentences that work are suggested. */
const suggestionsFor = (question: Question, reading: Reading, base: Base): string[] => {
  const nearby = question.outcome === 'out_of_scope' ? [] : nearbySentences(base, reading.unused);
  const working: string[] = [];
  for (const sentence of [...new Set([...question.suggestions, ...nearby])].slice(0, MOST_TRIED)) {
    if (working.length < MOST_SUGGESTED && works(base, sentence)) working.push(sentence);
  }
  return working.length > 0 ? working : exampleSentences(base.vocabulary).slice(0, 3).map(english);
};

/** Nothing read is not the same as everything asked for. */
const unsaid = ({ chips }: Interpretation): Partial<Interpretation> =>
  chips.length === 0 ? UNSAID : {};

/**
 * Reads a sentence: the query it stands for with its chips, or one question back. Every content
 * word is used, known to carry nothing, or reported; a word nobody used never widens the list.
 */
export const interpret = (
  sentence: string,
  vocabulary: Vocabulary,
  { now, timeZone = 'UTC', locale = 'en' }: InterpretOptions,
): Interpreted => {
  if (sentence.length > MAX_SENTENCE) {
    const message = say('The sentence has more than {{max}} characters. Shorten it.', {
      max: MAX_SENTENCE,
    });
    return notUnderstoodBecause(message);
  }
  const context = { now, timeZone: isTimeZone(timeZone) ? timeZone : 'UTC' };
  const base = { sentence, vocabulary, context, locale };
  const understood = readSentence(base);
  const { reading, question } = understood;
  const interpretation = interpretationOf(understood, sentence, context);
  if (question === undefined) {
    const { aggregate, sort, limit } = reading.wanted;
    return { outcome: 'ok', interpretation, aggregate, sort, limit };
  }
  return {
    outcome: question.outcome,
    interpretation: { ...interpretation, ...unsaid(interpretation), confidence: 'low' },
    clarification: english(question.message),
    clarificationMessage: question.message,
    suggestions: suggestionsFor(question, reading, base),
    needs: neededFor(question, reading),
  };
};
