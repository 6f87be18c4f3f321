import type { Talk } from '../lexicon/senses';
import { breaks, endsClause } from './breaks';
import { isLabelValue, kindsOf, type Vocabulary } from '../vocabulary';
import type { Rule, Scene } from './draft';
import { has, silenced, type Item } from './items';

export const isTalk = (item: Item | undefined, ...kinds: Talk[]): boolean =>
  item?.talk?.some((kind) => kinds.includes(kind)) === true;

export const clauseStart = (scene: Scene, at: number): number => {
  let start = at;
  while (start > 0 && !breaks(scene.items[start - 1]) && !endsClause(scene, start - 1)) start -= 1;
  return start;
};

/** The name of something, or a value that machines carry, whatever else it may be. */
const isNamed = (vocabulary: Vocabulary, { text }: Item): boolean =>
  kindsOf(vocabulary, text).length > 0 || isLabelValue(vocabulary, text);

const WHEN = ['day', 'daypart', 'weekend', 'weekday', 'this', 'month', 'unit', 'quarter'] as const;

/** Of a time to come, beside what is planned: "this weekend", "on tuesday". */
export const isWhen = (item: Item | undefined): boolean =>
  has(item, ...WHEN) || TO_COME.has(item?.text ?? '');

const SILENT = ['filler', 'relative', 'to', 'within'] as const;

/** What may stand behind an aside that no break ends: the question itself. */
export const asks = (item: Item | undefined): boolean =>
  breaks(item) || has(item, 'which', 'count', 'and') || OPENS.has(item?.text ?? '');

const OPENS: ReadonlySet<string> = new Set(
  "show|show me|list|find|get|give me|i need|i want|please|can|could|pls|plz|thanks|thx|thank you|tell me|display|what|what's|is|are|do|i|we".split(
    '|',
  ),
);

/** What may stand between the words of a purpose. */
const isBetween = (item: Item): boolean => has(item, ...SILENT, 'noun') || isTalk(item, 'purpose');

/** These begin a purpose by themselves; "for", "before" and "to" say other things too. */
const isSure = (item: Item | undefined): boolean =>
  (item?.text ?? '').includes(' ') || item?.text === 'so';

/** "before" is a time as well, "to" a direction: they are read so where the clause begins. */
const opensAside = (scene: Scene, at: number, deed: boolean): boolean => {
  const { text = '' } = scene.items[at] ?? {};
  if (!has(scene.items[at], 'before', 'to') || isSure(scene.items[at])) return true;
  // "… on worker-1 before maintenance", but not "stopped before maintenance".
  const told = scene.items[at - 1];
  const apart = told !== undefined && !has(told, 'value', 'anchor', 'field');
  return (isHead(scene, at) && (deed || text === 'before')) || (apart && text === 'before');
};

/** What is done stands behind who does it: "so I can check", "to patch and reboot". */
const isDone = ({ items }: Scene, at: number): boolean =>
  isTalk(items[at], 'deed') &&
  (isTalk(items[at - 1], 'purpose') || has(items[at - 1], 'filler', 'to', 'and', 'or'));

const TO_COME: ReadonlySet<string> = new Set(['tonight', 'tomorrow', 'next', 'coming', 'upcoming']);

/** An occasion; what becomes of machines ("patching") only where it is a certain one: "the patching". */
const isOccasion = ({ items, vocabulary }: Scene, at: number, sure: boolean): boolean => {
  const item = items[at];
  if (item === undefined || (!sure && isNamed(vocabulary, item))) return false;
  const before = items[at - 1];
  const the = has(before, 'filler', 'this') && !isTalk(before, 'purpose');
  const certain = sure || the || isTalk(before, 'matter');
  return isTalk(item, 'matter') || (certain && isTalk(item, 'fate'));
};

type Aside = { end: number; deed: boolean; told: boolean };

/** How far a purpose goes: what is done, what for, and when. */
const asideFrom = (scene: Scene, at: number): Aside => {
  const { items } = scene;
  const found = { end: at, deed: false, told: false };
  const sure = isSure(items[at]) || items[at]?.text === 'before' || isHead(scene, at);
  for (let next = at + 1; !breaks(items[next]) && !endsClause(scene, next - 1); next += 1) {
    const item = items[next];
    const done = isDone(scene, next);
    const occasion = isOccasion(scene, next, sure || found.deed);
    found.deed ||= done;
    found.told ||= done || occasion || (found.deed && isTalk(item, 'who'));
    if (done || occasion || (isWhen(item) && (found.told || TO_COME.has(item?.text ?? ''))))
      found.end = next;
    else if (isTalk(item, 'who') && (found.told || sure)) found.end = next;
    else if (item === undefined || !isBetween(item)) break;
  }
  return found;
};

/** "for the audit", "so I can check the licences", "before the upgrade tonight": what it is wanted for. */
const purpose = (scene: Scene, at: number): number | undefined => {
  const { items } = scene;
  if (!isTalk(items[at], 'purpose')) return undefined;
  const { end, deed, told } = asideFrom(scene, at);
  if (end === at || !told || !opensAside(scene, at, deed)) return undefined;
  const ends = endsClause(scene, end) || asks(items[end + 1]);
  return ends || (deed && clauseStart(scene, at) === at) ? end + 1 : undefined;
};

const isQuiet = (item: Item): boolean => item.senses.every(({ is }) => QUIET.has(is));

const QUIET: ReadonlySet<string> = new Set(['filler', 'relative', 'approx', 'complains']);

const HEAD = ['filler', 'to', 'this', 'relative'] as const;

const leadsIn = (item: Item): boolean =>
  has(item, ...HEAD) || item.talk !== undefined || item.text === 'if';

/** Nothing but talk stands before in the clause. */
export const isHead = (scene: Scene, at: number): boolean =>
  scene.items.slice(clauseStart(scene, at), at).every(leadsIn);

/** "the auditors would like to see" */
const WISHES = /^(?:would|i want|want to|like to)/;

/** "to" and "this" lead to how one asks, who asks stands before it. */
const leads = (scene: Scene, at: number): boolean => {
  const { items, vocabulary } = scene;
  const item = items[at];
  let next = at + 1;
  while (
    (has(items[next], 'filler', 'to') || isTalk(items[next], 'matter', 'who')) &&
    !isTalk(items[next], 'purpose', 'seek')
  )
    next += 1;
  const told = isTalk(items[next], 'seek', 'manner', 'purpose');
  if (item?.text === 'to') return told || at > clauseStart(scene, at);
  if (has(item, 'this') || item?.text === 'if') return told || has(items[at + 1], 'this');
  const who = isTalk(item, 'matter', 'who') && item !== undefined && !isNamed(vocabulary, item);
  const wishes = items.slice(at + 1, next).some(({ text }) => WISHES.test(text));
  return who && (isTalk(items[next], 'seek') || wishes);
};

const LEADS: ReadonlySet<string> = new Set(['to', 'if']);

/** "could you put together", "the security team asked for": how one asks. */
const seeking = (scene: Scene, at: number): number | undefined => {
  const item = scene.items[at];
  const begins = item?.talk !== undefined || has(item, 'this') || LEADS.has(item?.text ?? '');
  if (item === undefined || !begins || !isHead(scene, at)) return undefined;
  const named = isNamed(scene.vocabulary, item);
  if (isTalk(item, 'seek') && isQuiet(item) && !named) return at + 1;
  // "urgent:", but not "urgent VMs".
  const after = scene.items[at + 1];
  const leadsOn =
    isTalk(after, 'seek', 'manner', 'purpose') || /^(?:to|if) /.test(after?.text ?? '');
  const alone = endsClause(scene, at) || leadsOn;
  if (isTalk(item, 'manner') && isQuiet(item) && !named && alone) return at + 1;
  return leads(scene, at) ? at + 1 : undefined;
};

/** "a stupid question, but which …": nothing stands before that it could take away from. */
const but = ({ items, previous }: Scene, at: number): number | undefined => {
  if (items[at]?.text !== 'but' || at === 0 || previous !== undefined) return undefined;
  const talk = items.slice(0, at).every((item) => breaks(item) || leadsIn(item));
  return talk ? at + 1 : undefined;
};

type Talking = Pick<Scene, 'items' | 'sentence' | 'vocabulary'>;

/** What a talk is about, where nothing in the cluster is called so. */
const isMatter = (vocabulary: Vocabulary, item: Item): boolean =>
  isTalk(item, 'matter', 'fate', 'who') && !has(item, 'environment') && !isNamed(vocabulary, item);

/** "License review - …", "zone a maintenance: …": what it is about, up to `end`. */
export const isTopic = ({ items, sentence, vocabulary }: Talking, end: number): boolean => {
  const head = items
    .slice(0, end)
    .filter((item) => !breaks(item))
    .at(-1);
  const names = head !== undefined && isMatter(vocabulary, head) && !has(head, 'noun');
  return names && /^\s*(?::|[-–—]\s)/.test(sentence.slice(head.end));
};

/** "Backup report, …": nothing but what it is about. */
const isOnlyTalk = (items: readonly Item[], vocabulary: Vocabulary): boolean =>
  items.some((item) => isMatter(vocabulary, item)) &&
  items.every((item) => item.talk !== undefined || has(item, 'filler'));

/** What a topic is called says nothing of machines; what else stands in it does. */
export const withoutSubject = (
  items: readonly Item[],
  sentence: string,
  vocabulary: Vocabulary,
): readonly Item[] => {
  const scene = { items, sentence, vocabulary };
  let last = 0;
  while (last < items.length - 1 && !endsClause(scene, last)) last += 1;
  const only = isOnlyTalk(items.slice(0, last + 1), vocabulary);
  if (last >= items.length - 1 || !(only || isTopic(scene, last + 1))) return items;
  return items.map((item, index) =>
    index > last || item.talk === undefined || isNamed(vocabulary, item) ? item : silenced(item),
  );
};

/** What is said around a question, in its own clause, and says nothing of which machines. */
export const asideRule: Rule = (scene, at) => {
  const next = purpose(scene, at) ?? seeking(scene, at) ?? but(scene, at);
  return next === undefined ? undefined : { next };
};
