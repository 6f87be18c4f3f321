import type { CalendarUnit } from '../query/time-zone';

/** Time fields a verb can point at: created, state changed, started. */
export type Anchor = 'created' | 'changed' | 'started';

export type Comparator = 'is' | 'gt' | 'gte' | 'lt' | 'lte';

/** Topics the search cannot answer; each has its own sentence. */
export type Beyond = 'order' | 'why' | 'metrics' | 'who' | 'instruction' | 'average';

/**
 * Talk: what begins a purpose ("so that"), what is done for it ("patch"), what it is about ("the
 * audit"), what becomes of machines ("patching"), who wants it, how one asks ("put together"), and in
 * which manner ("urgent").
 */
export type Talk = 'purpose' | 'deed' | 'matter' | 'fate' | 'who' | 'seek' | 'manner';

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
      /** Something that happens and has an age of its own: "errors". */
      happens?: boolean;
      /** "but aren't": said of what stands before it, where nothing follows that they are not. */
      open?: boolean;
    }
  | { is: 'anchor'; field: Anchor }
  /**
   * `except` takes away from all; `verbal` negates what somebody did ("did not"); `open` is said of
   * states and deeds alike ("no", "nicht").
   */
  | { is: 'not'; how: 'plain' | 'except' | 'verbal' | 'open' }
  /** Beside a negation: of several things, each may be meant by itself, "missing a or b". */
  | { is: 'each' }
  | { is: 'or' }
  /** `contrasts`: what was joined before it is complete, as with "but". */
  | { is: 'and'; contrasts?: boolean }
  | { is: 'either' }
  /** Negates where nothing does yet, and goes on where something does: "ni a ni b". */
  | { is: 'nor' }
  /** Said of two things alike, "도 … 도": where they are denied, both of them. */
  | { is: 'also' }
  /** "nor" between two different things. */
  | { is: 'alsoNot' }
  | { is: 'place'; prefers: 'namespace' | 'node' | 'network' | 'storageClass' }
  /** Whose a machine is: "owned by"; `loose` where it says other things too: "von", "de". */
  | { is: 'owned'; loose?: boolean }
  /** A label people name in their own language: "equipo" for `team`. */
  | { is: 'key'; name: string }
  /** After a name: what it has ("alice owns"). */
  | { is: 'owns' }
  /** Said for an owner where there is none; `whole`: it says all of it, "orphaned". */
  | { is: 'nobody'; whole?: boolean }
  /** What is asked for is where machines are, not the machines: "VMがあるノード". */
  | { is: 'lists'; field: string }
  /** Said of a label that says nothing: "empty", "unknown". */
  | { is: 'blank' }
  /** "secure boot on": the switch is of what was named, not of the machine. */
  | { is: 'switch'; on: boolean }
  /** After what machines were given: "memory allocated to". */
  | { is: 'given' }
  /** After what is added up: "memory in total". */
  | { is: 'inAll' }
  /** Leads from what is asked for to what is there: "projects with failing VMs". */
  | { is: 'with' }
  /** More than one: "multiple". */
  | { is: 'plenty' }
  /** After a length of time: "3 days old". */
  | { is: 'old' }
  /** Says of what was named that it is there: "attached", "installed"; or `not`: "disconnected". */
  | { is: 'there'; not?: true }
  /** What a machine is said to suffer from follows, in the cluster's own words: "complaining about". */
  | { is: 'complains' }
  /** Of the talk around a question, where it stands in a clause of its own. */
  | { is: 'talk'; as: Talk }
  /** What did not happen, where a time beside it says when: "did not start". */
  | { is: 'undone' }
  /** An amount that is not exact: "around", "or so". */
  | { is: 'approx' }
  /** A state of the node a machine is on: "cordoned". */
  | { is: 'hostState'; field: string; value: boolean }
  | { is: 'compare'; op: Comparator }
  /** After the number: "8 GB or more". */
  | { is: 'suffix'; op: Comparator }
  | { is: 'match'; op: 'contains' | 'startsWith' | 'endsWith' }
  /** After a word: "web in the name". */
  | { is: 'inName' }
  /** "the same node as", "sharing a node with": what another machine has. */
  | { is: 'same' }
  /** How big a machine is, where two are compared: "size", "specs". */
  | { is: 'size' }
  /** Beside another machine: on its node. */
  | { is: 'beside' }
  /** Joins what is the same, or a place, to a machine: "as", "where … runs". */
  | { is: 'as' }
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
  /** `times`: so many of the unit, "fortnight". */
  | { is: 'unit'; unit: 'minute' | CalendarUnit | 'second'; times?: number }
  | { is: 'day'; shift: number }
  | { is: 'month'; month: number }
  | { is: 'weekday'; weekday: number }
  | { is: 'weekend' }
  /** A time of day by its name. */
  | { is: 'clock'; hour: number }
  /** A part of a year; without `number` it is told by "last" or "this". */
  | { is: 'quarter'; number?: number }
  | { is: 'half'; number: number }
  /** The whole of the last night, in one word. */
  | { is: 'overnight' }
  /** Hours of a day; the night ends on the next. */
  | { is: 'daypart'; from: number; to: number }
  | { is: 'number'; value: number }
  | { is: 'count' }
  | { is: 'total' }
  | { is: 'group' }
  /** `any` in a language without plurals: "which project" may mean several. */
  | { is: 'which'; any?: boolean }
  | { is: 'superlative'; field: string; descending: boolean }
  /**
   * Of the size or number that follows; `counts`: "most"; `lasts`: "longest", of a state; `groups`:
   * of what most machines have, "most common"; `recent`: of what happened, "most recently".
   */
  | {
      is: 'extreme';
      descending: boolean;
      counts?: boolean;
      lasts?: boolean;
      groups?: boolean;
      recent?: boolean;
    }
  | { is: 'top' }
  | { is: 'sort' }
  | { is: 'direction'; descending: boolean }
  | { is: 'limit' }
  | { is: 'environment'; names: readonly string[] }
  /** An order to change something; with `head` only where the sentence begins. */
  | { is: 'order'; head?: boolean }
  /** An order where what it is done to follows at once: "停止 VM", not "停止的 VM". */
  | { is: 'calls' }
  | { is: 'beyond'; topic: Beyond }
  /** Has a meaning, but not one that can be searched by: "recently". */
  | { is: 'vague'; about: 'time' | 'size' }
  /**
   * Stands elsewhere than in English: what it means (`as`) goes to the front or the back of what it
   * is about (`over`), where the grammar looks for it. Where there is no such thing beside it, the
   * other senses are left.
   */
  | { is: 'moves'; to: 'front' | 'back'; over: Over; as: readonly Sense[] };

/** What a moving word is about. */
export type Over =
  | 'constraint'
  | 'word'
  | 'lacking'
  | 'name'
  | 'time'
  | 'point'
  | 'span'
  | 'count'
  | 'ranked'
  | 'noun'
  | 'unit'
  | 'weekday'
  | 'monthDay'
  | 'yearNumber'
  | 'measure'
  | 'owner'
  | 'origin';

/** A language: what its phrases (`|` between them, endings as in `parad{o,a}`) may mean. */
export type Lexicon = {
  language: string;
  entries: readonly (readonly [phrases: string, ...senses: Sense[]])[];
  /** Correct words that mean nothing here and are not to be corrected. */
  ordinary: readonly string[];
  /** Words for fields (`|` between them, `*` after a plural); English ones stand at the field. */
  fields?: Readonly<Record<string, string>>;
  /** What is written together with the next word: "l'", "d'". */
  elisions?: readonly string[];
};
