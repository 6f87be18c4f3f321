import type { CalendarUnit } from '../query/time-zone';
import { after, status } from './makers';
import type { Anchor, Lexicon, Sense } from './senses';

type Entry = Lexicon['entries'][number];

const PASSING = ['Starting', 'Provisioning', 'Stopping', 'Terminating', 'Migrating'] as const;

/** "stuck in Terminating": it says no more than the state that machines only pass through. */
export const stuck = (around: (state: string) => string): Entry[] =>
  PASSING.map((state) => [around(state.toLowerCase()), status(state)]);

export const filler: Sense = { is: 'filler' };
export const not: Sense = { is: 'not', how: 'open' };
export const except: Sense = { is: 'not', how: 'except' };
export const namespacePlace: Sense = { is: 'place', prefers: 'namespace' };
export const nodePlace: Sense = { is: 'place', prefers: 'node' };
/** "de alice": whose it is where somebody is called so. */
export const belonging: Sense = { is: 'owned', loose: true };
export const headOrder: Sense = { is: 'order', head: true };
export const calls: Sense = { is: 'calls' };

export const compare = (op: Extract<Sense, { is: 'compare' }>['op']): Sense => ({
  is: 'compare',
  op,
});
export const suffix = (op: Extract<Sense, { is: 'suffix' }>['op']): Sense => ({ is: 'suffix', op });

export const superlative = (field: string, descending: boolean): Sense => ({
  is: 'superlative',
  field,
  descending,
});

/** "2026", "11", "1" are followed by a sign for year, month and day. */
export const dayCounter = after('monthDay', filler);
export const yearCounter = after('yearNumber', { is: 'within' }, filler);
/** "5 machines" with a word for the kind of thing that is counted. */
export const counter = after('count', filler);
/** "the biggest VM, 5 of them": the number after a superlative is how many. */
export const limitCounter = after('ranked', { is: 'limit' });

/** A verb of time that may follow the time it is about. */
export const lateAnchor = (field: Anchor): Sense[] => [
  after('time', { is: 'anchor', field }),
  { is: 'anchor', field },
];

export const units = (
  words: Readonly<Record<CalendarUnit | 'minute' | 'second', string>>,
): Entry[] => [
  [words.second, { is: 'unit', unit: 'second' }],
  [words.minute, { is: 'unit', unit: 'minute' }],
  [words.hour, { is: 'unit', unit: 'hour' }],
  [words.day, { is: 'unit', unit: 'day' }],
  [words.week, { is: 'unit', unit: 'week' }],
  [words.month, { is: 'unit', unit: 'month' }],
  [words.year, { is: 'unit', unit: 'year' }],
];

/** January to December. */
export const months = (...words: string[]): Entry[] =>
  words.map((word, index) => [word, { is: 'month', month: index + 1 }]);

/** "3 de noviembre": the preposition belongs to the month. */
export const ofMonth = (preposition: string, ...words: string[]): string[] =>
  words.map((word) =>
    word
      .split('|')
      .flatMap((form) => [form, `${preposition}${form}`])
      .join('|'),
  );

/** Monday to Sunday. */
export const weekdays = (...words: string[]): Entry[] =>
  words.map((word, index) => [word, { is: 'weekday', weekday: index + 1 }]);

export const numbers = (words: Readonly<Record<string, number>>): Entry[] =>
  Object.entries(words).map(([word, value]) => [word, { is: 'number', value }]);

const HAN = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** Ten to ninety-nine in Chinese characters. */
export const hanNumbers = (): Entry[] =>
  HAN.flatMap((ten, tens) =>
    ['', ...HAN].map((unit, units): Entry => [
      `${tens === 0 ? '' : ten}十${unit}`,
      { is: 'number', value: (tens + 1) * 10 + units },
    ]),
  );

/** Labels by the names people give them. */
export const labelKeys = (
  words: Readonly<Partial<Record<'owner' | 'owners' | 'team' | 'teams', string>>>,
): Entry[] => Object.entries(words).map(([name, text]) => [text, { is: 'key', name }]);

type Extremes = Readonly<Record<'most' | 'least' | 'biggest' | 'smallest', string>>;

const EXTREMES = {
  most: { is: 'extreme', descending: true, counts: true },
  least: { is: 'extreme', descending: false, counts: true },
  biggest: { is: 'extreme', descending: true },
  smallest: { is: 'extreme', descending: false },
} as const satisfies Readonly<Record<keyof Extremes, Sense>>;

const isExtreme = (name: string): name is keyof Extremes => Object.hasOwn(EXTREMES, name);

const extremeEntries = (words: Partial<Extremes>, place: (sense: Sense) => Sense): Entry[] =>
  Object.entries(words).flatMap(([name, text]): Entry[] =>
    isExtreme(name) ? [[text, place(EXTREMES[name])]] : [],
  );

/** "the most disks": what is ranked by follows. */
export const extremes = (words: Partial<Extremes>): Entry[] =>
  extremeEntries(words, (sense) => sense);
/** "the disk biggest": what is ranked by stands before. */
export const lateExtremes = (words: Partial<Extremes>): Entry[] =>
  extremeEntries(words, (sense) => after('measure', sense));

/** Said of machines before what they are grouped by: "VM이 가장 많은 프로젝트". */
export const groupExtremes = (most: string, least: string): Entry[] => [
  [most, EXTREMES.most],
  [least, EXTREMES.least],
];

/** Order by size and age: the words of a language in the order of English. */
export const superlatives = (
  words: Readonly<
    Record<'biggest' | 'smallest' | 'cpus' | 'newest' | 'oldest' | 'longest', string>
  >,
  ...more: readonly ((sense: Sense) => Sense)[]
): Entry[] => {
  const entry = (text: string, field: string, descending: boolean): Entry => {
    const sense = superlative(field, descending);
    return [text, ...more.map((make) => make(sense)), sense];
  };
  return [
    entry(words.biggest, 'memory', true),
    entry(words.smallest, 'memory', false),
    entry(words.cpus, 'vcpu', true),
    entry(words.newest, 'created', true),
    entry(words.oldest, 'created', false),
    entry(words.longest, 'started', false),
  ];
};

/** A superlative after its noun. */
export const afterNoun = (sense: Sense): Sense => after('noun', sense);
