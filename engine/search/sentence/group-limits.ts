import { fieldNamed } from '../fields';
import type { Aggregate } from '../types';
import type { Scene } from './draft';
import { countWord, groupAt, lateGroup, nounAt, numberAt, skipJoints } from './group-words';
import { has, senseOf, type Item } from './items';
import { quantityRule } from './quantity';
import type { Step, Wanted } from './results';
import { isSymbol, skipFillers } from './skip';
import { countAt } from './time-points';

type Having = NonNullable<Aggregate['having']>;
type Counted = { having: Having; next: number };

const betweenAt = (items: readonly Item[], at: number): Counted | undefined => {
  if (!has(items[at], 'between')) return undefined;
  const [low, high] = [countAt(items, at + 1), countAt(items, at + 3)];
  return low !== undefined && high !== undefined && has(items[at + 2], 'to', 'and')
    ? { having: { op: 'between', value: [low, high] }, next: at + 4 }
    : undefined;
};

/** "more than 10", "10 or more", "only one". */
const limitAt = (items: readonly Item[], from: number): Counted | undefined => {
  const between = betweenAt(items, from);
  if (between !== undefined) return between;
  const op = senseOf(items[from], 'compare')?.op;
  const at = op === undefined ? from : skipFillers(items, from + 1);
  const value = op === undefined ? numberAt(items, at) : countAt(items, at);
  if (value === undefined) return undefined;
  const suffix = op === undefined ? senseOf(items[at + 1], 'suffix')?.op : undefined;
  return {
    having: { op: op ?? suffix ?? 'is', value },
    next: suffix === undefined ? at + 1 : at + 2,
  };
};

/** "more than 10 VMs", "10 VMs or more", "a VM count over 10". */
const havingAt = (scene: Scene, at: number): (Counted & { plain: boolean }) | undefined => {
  const { items } = scene;
  const counted = countWord(items, at);
  const start =
    counted === undefined
      ? at
      : skipFillers(items, isSymbol(items[counted], ':') ? counted + 1 : counted);
  const limit = limitAt(items, start);
  if (limit === undefined) return undefined;
  if (counted !== undefined) return { ...limit, plain: true };
  const noun = nounAt(items, limit.next);
  if (noun === undefined) return undefined;
  const plain = noun === limit.next;
  const suffix = plain && limit.having.op === 'is' ? senseOf(items[noun + 1], 'suffix') : undefined;
  return suffix === undefined
    ? { ...limit, plain }
    : { having: { ...limit.having, op: suffix.op }, next: noun + 2, plain };
};

/** The machines stand right before the number, or between it and the group. */
const isOfMachines = (items: readonly Item[], at: number, next: number): boolean => {
  let before = at - 1;
  while (before >= 0 && has(items[before], 'filler')) before -= 1;
  return has(items[before], 'noun') || items.slice(at, next).some((item) => has(item, 'noun'));
};

const lateHaving = (scene: Scene, at: number): Step | undefined => {
  const limit = limitAt(scene.items, at);
  const group = limit && lateGroup(scene, limit.next);
  if (limit === undefined || group === undefined) return undefined;
  if (!isOfMachines(scene.items, at, group.next)) return undefined;
  const aggregate = { function: 'distinct', of: group.by, having: limit.having } as const;
  return { next: group.next, wanted: { aggregate } };
};

/** Said of all machines of a group: "in all", "combined", "allocated". */
const TOGETHER: ReadonlySet<string> = new Set([
  ...['in total', 'in all', 'altogether', 'together', 'all together', 'overall', 'combined'],
  ...['summed', 'between them'],
]);

const isTogether = (items: readonly Item[], at: number): boolean =>
  has(items[at], 'total', 'given') ||
  TOGETHER.has(items[at]?.text ?? '') ||
  // "in all namespaces" is a place.
  (items[at]?.text === 'in' && items[at + 1]?.text === 'all' && endsAt(items, at + 2));

const endsAt = (items: readonly Item[], at: number): boolean =>
  items[at] === undefined || isSymbol(items[at], ',', '?', ')');

/** Of a group: "projects using over 200 GB" have it together. */
const USING: ReadonlySet<string> = new Set(['using', 'use', 'uses']);

/** Past what only says that it is of all of them. */
const skipTogether = (items: readonly Item[], from: number): { next: number; said: boolean } => {
  let [next, said] = [from, false];
  while (
    (has(items[next], 'filler', 'relative', 'noun', 'owns') && !has(items[next], 'number')) ||
    isTogether(items, next)
  ) {
    said ||= isTogether(items, next) || USING.has(items[next]?.text ?? '');
    next += 1;
  }
  return { next, said };
};

/** "projects with more than 20 vCPUs in all", "owners whose VMs add up to 1 TiB of memory". */
const sumHaving = (scene: Scene, from: number, by: string): Step | undefined => {
  const { items } = scene;
  const before = skipTogether(items, from);
  const match = quantityRule({ ...scene, link: 'none', previous: undefined }, before.next);
  const [draft] = match?.drafts ?? [];
  if (match === undefined || draft === undefined) return undefined;
  const { op, value } = draft;
  const of = draft.field === 'disk' ? 'diskSize' : draft.field;
  const unit = fieldNamed(of)?.unit;
  const after = skipTogether(items, match.next);
  const together = before.said || after.said;
  if (!together || unit === undefined || !isLimit(op) || !isAmount(value)) return undefined;
  const aggregate = { function: 'sum', of, by, unit, having: { op, value } } as const;
  return { next: after.said ? after.next : match.next, wanted: { aggregate } };
};

const isAmount = (value: unknown): value is number | number[] =>
  [value].flat().every((one) => typeof one === 'number');

const isLimit = (op: string): op is Having['op'] =>
  ['is', 'gt', 'gte', 'lt', 'lte', 'between'].includes(op);

/** "namespaces with more than 10 VMs", "VMs on nodes running fewer than 3 VMs". */
export const havingStep = (scene: Scene, at: number, { aggregate }: Wanted): Step | undefined => {
  const { items, negated } = scene;
  if (negated) return undefined;
  if (aggregate !== undefined && aggregate.having === undefined && aggregate.function !== 'sum') {
    const by = aggregate.of ?? aggregate.by;
    const found = by === undefined ? undefined : havingAt(scene, at);
    if (found === undefined && by !== undefined) return sumHaving(scene, at, by);
    return (
      found && { next: found.next, wanted: { aggregate: { ...aggregate, having: found.having } } }
    );
  }
  if (aggregate !== undefined) return undefined;
  const late = lateHaving(scene, at);
  if (late !== undefined) return late;
  const begins = items
    .slice(0, at)
    .every((item) => has(item, 'filler', 'which') || item.text === 'all');
  const group = groupAt(scene, at, begins ? 'one' : 'several');
  const summed = group && begins ? sumHaving(scene, group.next, group.by) : undefined;
  if (summed !== undefined) return summed;
  const found = group && havingAt(scene, skipJoints(items, group.next));
  if (group === undefined || found === undefined || !(begins || found.plain)) return undefined;
  const { having: limit, next } = found;
  return { next, wanted: { aggregate: { function: 'distinct', of: group.by, having: limit } } };
};
