import type { Anchor, Lexicon, Sense, Talk } from './senses';

type Entry = Lexicon['entries'][number];

export const status = (value: string | readonly string[], anchor: Anchor = 'changed'): Sense => ({
  is: 'value',
  field: 'status',
  value,
  anchor,
});

export const os = (value: string): Sense => ({ is: 'value', field: 'os', value });
export const agent = (value: boolean): Sense => ({ is: 'value', field: 'guestAgent', value });
export const strategy = (value: string): Sense => ({ is: 'value', field: 'runStrategy', value });
export const cores = (value: number): Sense => ({ is: 'value', field: 'vcpu', value });
export const nics = (value: number, op = 'is'): Sense => ({
  is: 'value',
  field: 'nicCount',
  value,
  op,
});
export const fact = (field: string, value: string | boolean): Sense => ({
  is: 'value',
  field,
  value,
});
/** Words of the talk around a question. */
export const talk = (words: Readonly<Record<Talk, string>>): Entry[] =>
  TALK.map((as): Entry => [words[as], { is: 'talk', as }]);

const TALK = ['purpose', 'deed', 'matter', 'fate', 'who', 'seek', 'manner'] as const;

/** "but" */
export const but: Sense = { is: 'and', contrasts: true };
export const undone: Sense = { is: 'undone' };
export const approx: Sense = { is: 'approx' };
/** What the conditions of a machine say of it. */
export const reported = (value: string): Sense => ({
  is: 'value',
  field: 'problem',
  op: 'contains',
  value,
  anchor: 'changed',
});
/** "do not run": a state, or the negation of where and what is run. */
export const notRunning: readonly Sense[] = [
  { is: 'value', field: 'status', op: 'not', value: 'Running', anchor: 'changed' },
  { is: 'not', how: 'plain' },
];
/** "but aren't", after what they should be. */
export const areNot: readonly Sense[] = notRunning.map((sense) =>
  sense.is === 'value' ? { ...sense, open: true } : sense,
);
export const env = (...names: string[]): Sense => ({ is: 'environment', names });

/** Stands after what it is about; English says it before. */
export const after = (over: Extract<Sense, { is: 'moves' }>['over'], ...as: Sense[]): Sense => ({
  is: 'moves',
  to: 'front',
  over,
  as,
});

/** "most used" of what machines have. */
export const commonest = (most: string, least: string): Entry[] => [
  [most, { is: 'extreme', descending: true, groups: true }],
  [least, { is: 'extreme', descending: false, groups: true }],
];
