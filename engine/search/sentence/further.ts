import type { Question, Rule, Scene } from './draft';
import type { CompiledLexicon } from '../lexicon';
import type { Chip } from '../types';
import type { Vocabulary } from '../vocabulary';
import type { Item } from './items';
import type { Reading } from './parse';
import type { Part } from './parts';
import type { Read } from './read-token';
import type { Step, Wanted } from './results';
import type { Stretch } from './time-points';

/** One word that says several things. */
type Compound = (
  token: Read,
  lexicon: CompiledLexicon,
  vocabulary: Vocabulary,
  sentence: string,
) => Item[] | undefined;

/** What is wanted of the machines that are found: how many, in which order, by which group. */
type ResultStep = (scene: Scene, at: number, wanted: Wanted) => Step | undefined;

/** Rules that come with the first sentence. */
export type LaterRule =
  | 'ticket'
  | 'left'
  | 'same'
  | 'namespaceLabel'
  | 'label'
  | 'labelValue'
  | 'keyedValue'
  | 'bareValue'
  | 'nameRange'
  | 'inText'
  | 'pattern'
  | 'nextPattern'
  | 'askedOf'
  | 'series'
  | 'aside'
  | 'pasted'
  | 'twoLimits'
  | 'trouble'
  | 'together'
  | 'approximate'
  | 'hostState'
  | 'runningOs'
  | 'undone'
  | 'version'
  | 'versionLimit';

/** What a browser fetches with the first sentence: the page itself opens without it. */
export type Further = Readonly<Record<LaterRule, Rule>> & {
  readonly prepared: Prepare;
  readonly compoundOf: Compound;
  readonly groupStep: ResultStep;
  readonly rankStep: ResultStep;
  readonly orderStep: ResultStep;
  readonly dayRange: (scene: Scene, at: number) => Stretch | undefined;
  readonly withNext: (scene: Scene, time: Stretch) => Stretch;
  readonly countStep: ResultStep;
  readonly isExplained: Explains;
  readonly contradiction: Contradicts;
};

/** Whether a question is answered by what stands elsewhere in its sentence. */
type Explains = (question: Question, parts: readonly Part[], sentence: string) => boolean;

/** What no machine can be at once. */
type Contradicts = (parts: Reading['parts']) => Question | undefined;

let further: Partial<Further> = {};

export const learnFurther = (rules: Further): void => {
  further = rules;
};

/** What came with the first sentence; nothing before it. */
export const learnt = (): Partial<Further> => further;

type Prepare = (
  items: readonly Item[],
  sentence: string,
  vocabulary: Vocabulary,
) => readonly Item[];

type Sentence = Pick<Scene, 'items' | 'sentence' | 'vocabulary' | 'context'>;

/** A reading with its chips, and the one question it leaves, if any. */
export type Understood = { reading: Reading; chips: Chip[]; question: Question | undefined };

/** A sentence read in one. */
export type Whole = Understood & { scene: Sentence };

export type ReadWhole = (sentence: string) => Whole;

export type Parse = (sentence: Sentence) => Reading;

type ReadLong = (
  sentence: string,
  vocabulary: Vocabulary,
  readWhole: ReadWhole,
  parse: Parse,
) => Whole | Reading;

/** How several clauses are read, and a rule for what is told in one of them. */
export type Long = { readonly read: ReadLong; readonly told: Rule };

let long: Long | undefined;

export const learnLong = (learnt: Long): void => {
  long = learnt;
};

export const toldRule: Rule = (scene, at) => long?.told(scene, at);

/** Several clauses, or many words, tell before they ask; what was pasted has signs in it. */
const LONG = /(?:\S+\s+){5}|[,:.?!]\s+\S|\w[:=]\w|[/{}[\]"]|virt-|\s{2}/;

/** Whether `teachLong` should come before the sentence is read, `teachFurther` having come. */
export const isLong = (sentence: string): boolean => LONG.test(sentence);

/** A sentence with what was copied into it as the grammar says it; no word moves. */
type Unwrap = (sentence: string, vocabulary: Vocabulary) => string;

/** Pairs of a key and its value as other programs write them, as the grammar says them. */
type Assign = (items: readonly Item[]) => readonly Item[];

type Pasted = { readonly unwrap: Unwrap; readonly assign: Assign };

let pasted: Pasted | undefined;

export const learnPasted = (learnt: Pasted): void => {
  pasted = learnt;
};

export const withAssigned: Assign = (items) => pasted?.assign(items) ?? items;

export const readAnyLength: ReadLong = (given, vocabulary, readWhole, parse) => {
  const sentence = pasted?.unwrap(given, vocabulary) ?? given;
  const whole = isLong(sentence) ? long?.read(sentence, vocabulary, readWhole, parse) : undefined;
  return whole ?? readWhole(sentence);
};
