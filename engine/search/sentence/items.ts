import type { Sense, Talk } from '../lexicon/senses';
import type { Token } from './tokens';

/** A word or phrase of the sentence with what it may mean; no meaning at all for a name or a number. */
export type Item = {
  kind: Token['kind'];
  text: string;
  raw: string;
  start: number;
  end: number;
  senses: readonly Sense[];
  /** What it may be in the talk around a question; there it says nothing of machines. */
  talk?: readonly Talk[];
  /** The key of a label, said in another language. */
  key?: true;
  /** The word a misspelling was read as. */
  readAs?: string;
  /** A correct word of the language, whether it means something here or not. */
  ordinary?: boolean;
};

const NONE: readonly Sense[] = [];

type SenseOf<K extends Sense['is']> = Extract<Sense, { is: K }>;

const isOf = <K extends Sense['is']>(sense: Sense, kind: K): sense is SenseOf<K> =>
  sense.is === kind;

export const senseOf = <K extends Sense['is']>(
  item: Item | undefined,
  kind: K,
): SenseOf<K> | undefined => {
  for (const sense of item?.senses ?? NONE) if (isOf(sense, kind)) return sense;
  return undefined;
};

export const has = (item: Item | undefined, ...kinds: Sense['is'][]): boolean => {
  for (const { is } of item?.senses ?? NONE) if (kinds.includes(is)) return true;
  return false;
};

const FILLER: Item['senses'] = [{ is: 'filler' }];

/** The same item, saying nothing. */
export const silenced = (item: Item): Item => ({ ...item, senses: FILLER });
