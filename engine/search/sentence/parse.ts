import { say } from '../../messages';
import { remembered } from '../../remembered';
import { fieldNamed } from '../fields';
import type { Anchor } from '../lexicon/senses';
import { combine } from './combine';
import type { Node, Part } from './parts';
import { learnt, toldRule, type Further, type LaterRule } from './further';
import { groupNode, idle, matchNodes, type Waiting } from './nodes';
import { replaced, type Draft, type Match, type Question, type Rule, type Scene } from './draft';
import { entityRule, placeRule } from './entities';
import { has, senseOf, type Item } from './items';
import { bareOpenRule, nextOpenValue, valueBeforeField } from './open-values';
import { quantityRule } from './quantity';
import { refusal, vagueness } from './refusals';
import { isWithinGroups, resultStep, unresolvedTop, WITHIN_GROUPS, type Wanted } from './results';
import { isSymbol, skipFillers } from './skip';
import { timeRule } from './time';
import { saysTime } from './says-time';
import { fieldRule, valueRule } from './values';

/** A sentence, read. Every item is used, ignored, or among the words not understood. */
export type Reading = {
  parts: (Part | Part[])[];
  wanted: Wanted;
  questions: Question[];
  ignored: Item[];
  unused: Item[];
  /** The sentence names what is searched for. */
  subject: boolean;
};

/** First to match wins: what is more specific stands before what is more general. */
const RULES: readonly (Rule | LaterRule)[] = [
  'ticket',
  'left',
  'aside',
  toldRule,
  'trouble',
  'pasted',
  'twoLimits',
  'versionLimit',
  'same',
  'askedOf',
  'hostState',
  'namespaceLabel',
  'undone',
  timeRule,
  'together',
  'approximate',
  quantityRule,
  'version',
  'inText',
  'label',
  'labelValue',
  'runningOs',
  valueRule,
  fieldRule,
  placeRule,
  'nextPattern',
  'pattern',
  nextOpenValue,
  valueBeforeField,
  'bareValue',
  'series',
  'nameRange',
  entityRule,
  bareOpenRule,
];

const rulesOf = remembered((known: Partial<Further>): Rule[] =>
  RULES.flatMap((rule) => (typeof rule === 'string' ? (known[rule] ?? []) : rule)),
);

const MAX_DEPTH = 6;

type Base = Pick<Scene, 'items' | 'sentence' | 'vocabulary' | 'context'>;

const SILENT = ['filler', 'noun', 'relative', 'place', 'within'] as const;

/** These stand for machines that were spoken of before, and here none were. */
const REFERS: ReadonlySet<string> = new Set(['one', 'ones', 'those', 'them', 'something']);

/** "not stopped, just failing": the other side of what was denied. */
const JUST: ReadonlySet<string> = new Set(['just', 'only', 'rather', 'instead']);

const JOINS: ReadonlySet<string> = new Set(['with', 'using', 'use', 'uses']);

const isMultiple = (draft: Draft | undefined): boolean =>
  fieldNamed(draft?.field ?? '')?.multiple === true;

const WHOLE: ReadonlySet<string> = new Set([
  ...['all', 'any', 'anything', 'each', 'every', 'everything', 'whatever'],
]);

/** "windows VMs", "those on a", "prod", "the 2019 ones": machines, where "protected" is how they are. */
const namesMachines = (items: readonly Item[], at: number): boolean =>
  has(items[at], 'place', 'noun', 'environment') ||
  items[at]?.senses.length === 0 ||
  senseOf(items[at], 'value')?.field === 'os' ||
  items.slice(at + 1, at + 3).some((item) => has(item, 'noun'));

/** "everything in prod but windows VMs" takes away, "stopped but protected" goes on. */
const takesAway = (items: readonly Item[], at: number): boolean => {
  const before = items.slice(0, at);
  const next = skipFillers(items, at + 1);
  return (
    has(items[at], 'not') &&
    before.some(({ text }) => WHOLE.has(text)) &&
    !before.some((item) => has(item, 'relative')) &&
    !has(items[at + 1], 'not', 'with', 'relative') &&
    !items.slice(at + 1, next).some(({ text }) => text === 'only') &&
    namesMachines(items, next)
  );
};

/** Reads the items from left to right, once. */
class SentenceReader {
  readonly questions: Question[] = [];
  readonly ignored: Item[] = [];
  readonly unused: Item[] = [];
  wanted: Wanted = {};
  subject = false;
  private anchor: Anchor | undefined;
  private anchorIsState = false;
  private anchorItem: Item | undefined;
  private event: Scene['event'];
  private passing = false;
  private readonly rules = rulesOf(learnt());

  constructor(private readonly base: Base) {}

  /** Reads up to a closing parenthesis or the end. */
  read(from: number, depth: number): { parts: (Part | Part[])[]; next: number } {
    const nodes: Node[] = [];
    let waiting = idle();
    let at = from;
    const { items } = this.base;
    while (at < items.length && !(depth > 0 && isSymbol(items[at], ')'))) {
      const item = items[at];
      if (item === undefined) break;
      if (isSymbol(item, '(') && depth < MAX_DEPTH) {
        const inner = this.read(at + 1, depth + 1);
        if (inner.parts.length > 0) {
          nodes.push(groupNode(inner.parts, waiting, item, items[inner.next]));
          waiting = idle();
        }
        if (!isSymbol(items[inner.next], ')')) this.unused.push(item);
        at = inner.next + 1;
        continue;
      }
      const match = this.match(at, waiting, nodes);
      if (match === undefined) {
        waiting = this.word(item, at, nodes, waiting);
        at += 1;
        continue;
      }
      if (match.question !== undefined) this.questions.push(match.question);
      const negated = waiting.negation !== undefined;
      const named = REFERS.has(items[match.next]?.text ?? '');
      nodes.push(...matchNodes(match.drafts ?? [], waiting, named));
      if (match.drafts !== undefined || match.question !== undefined) waiting = idle();
      this.exclusive(at, match);
      this.follow(items.slice(at, match.next), match, negated);
      at = match.next;
    }
    this.settle(waiting);
    const combined = combine(nodes);
    if ('question' in combined) this.questions.push(this.wrapped(combined.question));
    return { parts: 'question' in combined ? [] : combined.parts, next: at };
  }

  private match(at: number, waiting: Waiting, nodes: readonly Node[]): Match | undefined {
    const { items } = this.base;
    const refused = refusal(items, at, true);
    if (refused !== undefined) return { next: at + 1, question: refused };
    // One shape for every reader: a spread would bring along what else the base has.
    const { sentence, vocabulary, context } = this.base;
    const scene: Scene = {
      items,
      sentence,
      vocabulary,
      context,
      anchor: this.anchor,
      anchorIsState: this.anchorIsState,
      link: waiting.link,
      previous: nodes.at(-1)?.draft,
      negated: waiting.negation !== undefined,
      event: this.event,
      passing: this.passing,
    };
    const step = resultStep(scene, at, this.wanted);
    if (step !== undefined) {
      this.wanted = { ...this.wanted, ...step.wanted };
      this.subject = true;
      return { next: step.next, question: step.question };
    }
    for (const rule of this.rules) {
      const match = rule(scene, at);
      if (match !== undefined) return match;
    }
    const told = has(items[at], 'anchor') && items.slice(at + 1).some(saysTime);
    const late =
      refusal(items, at, false) ??
      (told ? undefined : vagueness(items[at], items[at + 1], this.base.sentence));
    return late && { next: at + 1, question: late };
  }

  /** "only on the pod network" leaves out those that are on others too. */
  private exclusive(at: number, { drafts }: Match): void {
    const { items } = this.base;
    const [draft] = drafts ?? [];
    if (draft?.op !== 'is' || !isMultiple(draft)) return;
    let [only, joined] = [at - 1, has(items[at], 'place')];
    while (has(items[only], 'filler', 'place') && items[only]?.text !== 'only') {
      joined ||= has(items[only], 'place') || JOINS.has(items[only]?.text ?? '');
      only -= 1;
    }
    const item = items[only];
    if (joined && item?.text === 'only') this.unused.push(item);
  }

  private wrapped(question: Question): Question {
    if (question.wrap === undefined) return question;
    const { start, end } = question.wrap;
    const inner = `(${this.base.sentence.slice(start, end)})`;
    return { ...question, suggestions: [replaced(this.base, start, end, inner)] };
  }

  /** Remembers the verb that says which time is meant; a time uses it up. */
  private follow(
    used: readonly Item[],
    { usedAnchor, drafts = [] }: Match,
    negated: boolean,
  ): void {
    if (usedAnchor) this.anchorItem = undefined;
    for (const item of used) {
      const anchor = senseOf(item, 'value')?.anchor;
      if (anchor === undefined) continue;
      this.anchorIsState = anchor === 'started';
      // "not running for a week": what does not run has no start of its own.
      this.anchor = this.anchorIsState && negated ? 'changed' : anchor;
      this.event = undefined;
      this.passing = false;
    }
    for (const draft of usedAnchor ? [] : drafts) {
      const timed = fieldNamed(draft.field)?.timed;
      const field = timed?.[String(draft.value)] ?? timed?.[''];
      if (fieldNamed(draft.field)?.passing === true) this.passing = true;
      if (field !== undefined)
        this.event = { field, negated: negated !== (draft.negated ?? false) };
    }
  }

  /** "the qa team owns", "squad yard is responsible for": whose machines are was told already. */
  private ends(at: number, last: Draft | undefined): boolean {
    const [before, next] = [this.base.items[at - 1], this.base.items[at + 1]];
    const ended = next === undefined || has(next, 'place', 'and', 'or', 'relative');
    const told = ended && last?.field === 'label' && last.end === before?.end;
    // "which VM owns MAC 02:…"
    return told || (has(before, 'noun') && has(next, 'field'));
  }

  private dropAnchor(): void {
    if (this.anchorItem !== undefined) this.unused.push(this.anchorItem);
    this.anchorItem = undefined;
  }

  /** A word that is no constraint by itself: it joins, negates, points at a time, or fills. */
  private word(item: Item, at: number, nodes: readonly Node[], waiting: Waiting): Waiting {
    const begun = nodes.length > 0;
    const last = nodes.at(-1)?.draft;
    const anchor = senseOf(item, 'anchor')?.field;
    if (anchor !== undefined) {
      // "in den letzten 7 Tagen von mei angelegt": the time before was read as that of this verb.
      const told = nodes.some(({ draft }) => draft?.field === anchor);
      if (told && !this.base.items.slice(at + 1).some(saysTime)) {
        this.ignored.push(item);
        const { negation } = waiting;
        if (negation === undefined) return waiting;
        // "up for 60 days without a restart" says it twice; what follows is not denied.
        (last?.op === 'before' ? this.ignored : this.unused).push(negation);
        return { ...waiting, negation: undefined };
      }
      this.dropAnchor();
      this.anchor = anchor;
      this.anchorIsState = false;
      this.anchorItem = item;
      this.event = undefined;
      this.passing = false;
      return waiting;
    }
    if (isSymbol(item, ',')) {
      // What a negation is of does not stand beyond a comma.
      if (waiting.negation !== undefined) this.unused.push(waiting.negation);
      const link = waiting.link === 'none' ? 'comma' : waiting.link;
      return { ...waiting, link, negation: undefined };
    }
    if (has(item, 'either')) return { ...waiting, either: true };
    if (has(item, 'or')) {
      // "or" joins two constraints; before the first there is nothing to join.
      if (!begun) this.unused.push(item);
      const apart = waiting.link === 'comma';
      return { ...waiting, link: 'or', nor: has(item, 'alsoNot'), apart };
    }
    // "running but not …" goes on, "everything but …" takes away.
    const goesOn =
      has(item, 'and') && (begun || !has(item, 'not')) && !takesAway(this.base.items, at);
    if (goesOn && waiting.link !== 'or')
      return { ...waiting, link: 'and', contrasts: senseOf(item, 'and')?.contrasts === true };
    if (has(item, 'not')) {
      // "but not": the two say the same.
      if (waiting.negation !== undefined && !has(waiting.negation, 'and'))
        this.unused.push(waiting.negation);
      return { ...waiting, negation: item };
    }
    const owns = has(item, 'owns') && (this.wanted.aggregate !== undefined || this.ends(at, last));
    const placeless = has(item, 'place') && has(this.base.items[at + 1], 'place');
    // "what did they crash with?"
    const open = item.text === 'with' && this.base.items[at + 1] === undefined;
    // "crash over and over" compares nothing and is no place.
    const over = item.text === 'over';
    const dropped = open || over || (placeless && !has(item, 'filler', 'within'));
    if (dropped || (!has(item, ...SILENT) && !isSymbol(item, ':') && !owns)) {
      this.unused.push(item);
      return waiting;
    }
    // "on the pod network only" leaves out those that are on others too.
    // After a comma it belongs to what follows.
    const before = waiting.link === 'comma' ? undefined : last;
    if (item.text === 'only' && isMultiple(before)) this.unused.push(item);
    else this.ignored.push(item);
    if (has(item, 'noun') && !REFERS.has(item.text)) this.subject = true;
    // "windows with a or b"
    const carries = has(item, 'with') && begun && waiting.link === 'none';
    const begins = (has(item, 'noun', 'relative') && at > 0) || carries;
    const asks = waiting.asks || has(item, 'which');
    const relative = waiting.relative || has(item, 'relative');
    const joined = waiting.link !== 'none';
    const again = waiting.again || (joined && has(item, 'noun'));
    const whole = waiting.whole || (joined && WHOLE.has(item.text));
    const contrasts = waiting.contrasts || (waiting.link === 'comma' && JUST.has(item.text));
    return begins
      ? {
          ...waiting,
          clause: true,
          relative,
          asks,
          again,
          whole,
          contrasts,
        }
      : { ...waiting, asks, contrasts, whole };
  }

  /** Nothing may be left waiting: a negation without its constraint was not understood. */
  private settle(waiting: Waiting): void {
    const or =
      waiting.link === 'or' ? this.base.items.filter((item) => has(item, 'or')).at(-1) : undefined;
    if (or !== undefined && !this.unused.includes(or)) this.unused.push(or);
    if (waiting.negation !== undefined) this.unused.push(waiting.negation);
    this.dropAnchor();
  }
}

const NAMES: ReadonlySet<string> = new Set(['name', 'machine']);

/** Reads a sentence into constraints, questions and words not understood. */
export const parse = (base: Base): Reading => {
  const reader = new SentenceReader(base);
  const { parts } = reader.read(0, 0);
  if (reader.wanted.top === true) reader.questions.push(unresolvedTop(base.sentence));
  if (isWithinGroups(reader.wanted)) reader.questions.push(WITHIN_GROUPS);
  const { wanted, ignored, subject } = reader;
  // "other machines on its node": what is compared with is never among them.
  const itself = parts.flat().some(({ draft, negated }) => draft?.field === 'machine' && negated);
  const unused = reader.unused.filter(({ text }) => !(itself && text === 'other'));
  // "I know about web-01, what else fails": other machines than that are asked for.
  const names = parts
    .flat()
    .some(({ draft, negated }) => NAMES.has(draft?.field ?? '') && !negated);
  if (names) unused.push(...ignored.filter(({ text }) => text.endsWith(' else')));
  const questions = reader.questions.filter(
    (question) => learnt().isExplained?.(question, parts.flat(), base.sentence) !== true,
  );
  return { parts, wanted, questions, ignored, unused, subject };
};

/** What to say when nothing at all is asked for. */
export const NOTHING_ASKED = say(
  'Say which virtual machines to find, for example “stopped VMs” or “VMs with errors”.',
);
