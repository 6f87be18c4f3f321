import { say, type Message } from '../../messages';
import type { Anchor } from '../lexicon/senses';
import type { Vocabulary } from '../vocabulary';
import type { QueryContext, ResourceName } from '../fields';
import type { Item } from './items';
import type { SearchOutcome } from '../types';

export type Confidence = 'high' | 'medium' | 'low';

/** A constraint read from the sentence. */
export type Draft = {
  field: string;
  op: string;
  value: unknown;
  start: number;
  end: number;
  confidence: Confidence;
  detail?: Message;
  /** Only a further value of the constraint before: "label team or owner". */
  bare?: boolean;
  /** Negated by its own words, beside any negation before it. */
  negated?: boolean;
  /** Negative by its meaning ("healthy"): what is listed beside it is not negated with it. */
  opposite?: boolean;
  /** Says more of the one before: "rhel, but only 8". */
  narrows?: boolean;
  /** A word by itself, which may be a label or a part of names: "iis and sql machines". */
  loose?: boolean;
};

/** Why there can be no list, and sentences that would work. */
export type Question = {
  outcome: Exclude<SearchOutcome, 'ok' | 'forbidden' | 'unavailable'>;
  message: Message;
  suggestions: string[];
  /** Not asked where the sentence goes on to say how long or how large: "small ones: 1 cpu". */
  unless?: 'time' | 'size';
  /** A stretch that would be clear in parentheses. */
  wrap?: { start: number; end: number };
  /** Kinds that could tell more: with them the sentence is to be read again. */
  needs?: readonly ResourceName[];
  /** Where in the sentence, when it is about a word. */
  word?: { start: number; end: number };
};

/** What a rule found: the items up to `next` are used. */
export type Match = { next: number; drafts?: Draft[]; question?: Question; usedAnchor?: boolean };

export type Link = 'none' | 'and' | 'or' | 'comma';

/** What a rule may look at. */
export type Scene = {
  items: readonly Item[];
  sentence: string;
  vocabulary: Vocabulary;
  context: QueryContext;
  /** The verb that says which time is meant, if one was read. */
  anchor: Anchor | undefined;
  /** The verb says a state that lasts ("running"), not something that happened. */
  anchorIsState: boolean;
  /** How this item is joined to the constraint before it, and that constraint. */
  link: Link;
  previous: Draft | undefined;
  /** A negation waits for its constraint. */
  negated: boolean;
  /** What was said to have happened, whose time may still come: "failed migrations in prod since …". */
  event: { field: string; negated: boolean } | undefined;
  /** What was said last comes and goes, and no time of it is kept. */
  passing: boolean;
};

export type Rule = (scene: Scene, at: number) => Match | undefined;

/** What is said of a misspelling that was read as another word. */
const readAs = ({ raw, readAs: meant }: Item): Pick<Draft, 'confidence' | 'detail'> => ({
  detail: say('“{{given}}” read as “{{meant}}”', { given: raw, meant: meant ?? raw }),
  confidence: 'medium',
});

/** A constraint from one misspelt word. */
export const misspeltDraft = (item: Item, meant: string, field: string, value: string): Draft => ({
  field,
  op: 'is',
  value,
  start: item.start,
  end: item.end,
  ...readAs({ ...item, readAs: meant }),
});

/** Where the items stand in the sentence; they may be read in another order. */
export const stretchOf = (items: readonly Item[]): { start: number; end: number } =>
  items.length === 0
    ? { start: 0, end: 0 }
    : {
        start: Math.min(...items.map(({ start }) => start)),
        end: Math.max(...items.map(({ end }) => end)),
      };

/** A constraint from the items `from` up to `next`; a misspelling in them is said. */
export const draftOf = (
  scene: Scene,
  from: number,
  next: number,
  parts: Pick<Draft, 'field' | 'op' | 'value'> & Partial<Draft>,
): Draft => {
  const items = scene.items.slice(from, next);
  const corrected = items.find((item) => item.readAs !== undefined);
  return {
    ...stretchOf(items),
    ...(corrected === undefined ? { confidence: 'high' } : readAs(corrected)),
    ...parts,
  };
};

/** A value taken as it stands is never what a misspelling was read as. */
export const literalOf = ({ readAs: meant, raw, text }: Item): string =>
  meant === undefined ? text : raw.toLowerCase();

/** A constraint whose last word is taken as it stands. */
export const literalDraft = (
  scene: Scene,
  from: number,
  next: number,
  parts: Pick<Draft, 'field' | 'op' | 'value'>,
): Draft => {
  const { confidence, detail, ...draft } = draftOf(scene, from, next, parts);
  const corrected = scene.items.slice(from, next - 1).some((item) => item.readAs !== undefined);
  return corrected && detail !== undefined
    ? { ...draft, confidence, detail }
    : { ...draft, confidence: 'high' };
};

/** The sentence with one stretch of it replaced. */
export const replaced = (
  scene: Pick<Scene, 'sentence'>,
  start: number,
  end: number,
  text: string,
): string => `${scene.sentence.slice(0, start)}${text}${scene.sentence.slice(end)}`.trim();
