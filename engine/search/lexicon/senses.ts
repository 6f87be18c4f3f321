import type { CalendarUnit } from '../query/time-zone';

/** Time fields a verb can point at: created, state changed, started. */
export type Anchor = 'created' | 'changed' | 'started';

export type Comparator = 'is' | 'gt' | 'gte' | 'lt' | 'lte';

/** Topics the search cannot answer; each has its own sentence. */
export type Beyond = 'order' | 'why' | 'metrics' | 'instruction';

/** What a word or phrase may mean. The grammar picks by what stands around it. */
export type Sense =
  /** Carries no constraint. */
  | { is: 'filler' }
  /** The things searched for: "VMs". */
  | { is: 'noun'; one?: boolean }
  /** Begins a clause about the noun: "that", "which". */
  | { is: 'relative' }
  | { is: 'field'; field: string; plural?: boolean }
  | {
      is: 'value';
      field: string;
      value: string | number | boolean | readonly string[];
      op?: string;
      anchor?: Anchor;
    }
  | { is: 'anchor'; field: Anchor }
  /** `except` takes away from all; `verbal` negates what somebody did ("did not"). */
  | { is: 'not'; how: 'plain' | 'except' | 'verbal' }
  | { is: 'or' }
  | { is: 'and' }
  | { is: 'either' }
  | { is: 'place'; prefers: 'namespace' | 'node' }
  | { is: 'compare'; op: Comparator }
  /** After the number: "8 GB or more". */
  | { is: 'suffix'; op: Comparator }
  | { is: 'match'; op: 'contains' | 'startsWith' | 'endsWith' }
  /** After a word: "web in the name". */
  | { is: 'inName' }
  | { is: 'between' }
  | { is: 'to' }
  | { is: 'last'; rolling: boolean }
  | { is: 'this' }
  | { is: 'ago' }
  | { is: 'since' }
  | { is: 'before' }
  | { is: 'after' }
  | { is: 'within' }
  | { is: 'older' }
  | { is: 'newer' }
  | { is: 'for' }
  | { is: 'unit'; unit: 'minute' | CalendarUnit | 'second' }
  | { is: 'day'; shift: number }
  | { is: 'month'; month: number }
  | { is: 'weekday'; weekday: number }
  | { is: 'number'; value: number }
  | { is: 'count' }
  | { is: 'total' }
  | { is: 'group' }
  | { is: 'which' }
  | { is: 'superlative'; field: string; descending: boolean }
  | { is: 'top' }
  | { is: 'sort' }
  | { is: 'direction'; descending: boolean }
  | { is: 'limit' }
  | { is: 'environment'; names: readonly string[] }
  /** An order to change something; with `head` only where the sentence begins. */
  | { is: 'order'; head?: boolean }
  | { is: 'beyond'; topic: Beyond }
  /** Has a meaning, but not one that can be searched by: "recently". */
  | { is: 'vague'; about: 'time' | 'size' };

/** A language: what its phrases (`|` between them) may mean. */
export type Lexicon = {
  language: string;
  entries: readonly (readonly [phrases: string, ...senses: Sense[]])[];
  /** Correct words that mean nothing here and are not to be corrected. */
  ordinary: readonly string[];
};
