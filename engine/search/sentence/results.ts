import { fieldNamed } from '../fields';
import { say } from '../../messages';
import type { Aggregate } from '../types';
import type { Question, Scene } from './draft';
import { has, senseOf, type Item } from './items';
import { groupStep } from './further';
import { tellingOf } from './telling';
import { isSymbol, skipFillers } from './skip';
import { countBefore, latest, measuresOf, ranksBy, superlative } from './superlatives';
import { countAt } from './time-points';
import { saysTime } from './says-time';

/** What is wanted of the matches, beside the list. */
export type Wanted = {
  aggregate?: Omit<Aggregate, 'value' | 'groups'>;
  sort?: { field: string; descending: boolean };
  limit?: number;
  /** "top 5": the order is still to come. */
  top?: boolean;
  /** "biggest": by what may still be said. */
  superlative?: boolean;
  /** "last 3 VMs": the verb is still to come. */
  recent?: boolean;
};

export type Step = { next: number; wanted: Wanted; question?: Question };

const sortable = (item: Item | undefined): string | undefined => {
  const name = senseOf(item, 'field')?.field ?? senseOf(item, 'anchor')?.field;
  return name !== undefined && fieldNamed(name)?.sortKey !== undefined ? name : undefined;
};

/** "sorted by memory descending", "top 5 VMs by memory", "biggest VMs by vcpu". */
const sorting = ({ items }: Scene, at: number, wanted: Wanted): Step | undefined => {
  const by = has(items[at], 'group');
  const measured =
    wanted.superlative === true && measuresOf(items[skipFillers(items, at + 1)]).length > 0;
  const ranked = by && (wanted.top === true || measured);
  if (!ranked && !has(items[at], 'sort')) return undefined;
  const target = skipFillers(items, has(items[at + 1], 'group') ? at + 2 : at + 1);
  const field = sortable(items[target]);
  if (field === undefined) return undefined;
  const told = isSymbol(items[target + 1], ',') ? target + 2 : target + 1;
  const direction = senseOf(items[told], 'direction');
  const descending = measured ? (wanted.sort?.descending ?? true) : ranked;
  // "by age, oldest first" says it of the time itself.
  const timely = /^(?:oldest|newest) /.test(items[told]?.text ?? '') && direction;
  const sort = timely
    ? { field, descending: timely.descending }
    : ranksBy(items[target], field, direction?.descending ?? descending);
  return {
    next: direction === undefined ? target + 1 : told + 1,
    wanted: { ...wanted, sort, top: false },
  };
};

const limiting = ({ items }: Scene, at: number, { sort }: Wanted): Step | undefined => {
  const count = countAt(items, at + 1);
  if (count === undefined || count < 1) return undefined;
  if (has(items[at], 'limit')) return { next: at + 2, wanted: { limit: count } };
  if (!has(items[at], 'top')) return undefined;
  // "with the most memory, top 5" has said by what.
  const top = items[at]?.text === 'top' && sort === undefined;
  return { next: at + 2, wanted: { limit: count, ...(top ? { top } : {}) } };
};

/** What to group by: a field, or the key of a label ("by team"). */
const grouping = (
  { items, vocabulary }: Scene,
  at: number,
): { by: string; next: number } | undefined => {
  const item = items[at];
  const field = senseOf(item, 'field')?.field;
  if (field !== undefined && fieldNamed(field)?.column !== undefined)
    return { by: field, next: at + 1 };
  const text = item?.text ?? '';
  const key = [text, text.replace(/s$/, '')].find((name) => vocabulary.labels.has(name));
  if (key !== undefined) return { by: `label:${key}`, next: at + 1 };
  const labelled = field === 'label' && vocabulary.labels.has(items[at + 1]?.raw ?? '');
  return labelled ? { by: `label:${items[at + 1]?.raw ?? ''}`, next: at + 2 } : undefined;
};

const SPREAD: ReadonlySet<string> = new Set(['over', 'across', 'among']);

/** "how many snapshots older than 7 days" counts something else. */
const isTimed = (items: readonly Item[], at: number): boolean =>
  has(items[at], 'older', 'newer', 'since', 'before', 'after', 'anchor') ||
  items.slice(at, at + 2).some(saysTime);

/** "how many vCPUs do …" adds up, "how many namespaces have …" counts those. */
const countedOf = (scene: Scene, at: number): Step | undefined => {
  const item = scene.items[at];
  const names = (item?.senses ?? []).flatMap((sense) =>
    sense.is === 'field' ? [sense.field] : [],
  );
  const sized = names.find((name) => fieldNamed(name)?.type === 'number');
  if (sized !== undefined && !isTimed(scene.items, at + 1)) {
    const unit = fieldNamed(sized)?.unit;
    return {
      next: at + 1,
      wanted: { aggregate: { function: 'sum', of: sized, ...(unit && { unit }) } },
    };
  }
  const label = scene.vocabulary.labels.has((item?.text ?? '').replace(/s$/, ''));
  // "how many gpus VMs" counts machines.
  const described =
    has(scene.items[at + 1], 'noun') && fieldNamed(names[0] ?? '')?.optional === true;
  const things = senseOf(item, 'field')?.plural === true && !names.includes('name') && !described;
  const group = things || (label && item?.text.endsWith('s')) ? grouping(scene, at) : undefined;
  return (
    group && { next: group.next, wanted: { aggregate: { function: 'distinct', of: group.by } } }
  );
};

const counting = (scene: Scene, at: number, wanted: Wanted): Step | undefined => {
  const { items } = scene;
  if (has(items[at], 'count')) {
    const counted = countedOf(scene, at + 1);
    const { aggregate } = wanted;
    // "nodes with VM counts"
    const by = aggregate?.function === 'distinct' ? { by: aggregate.of } : aggregate;
    return counted ?? { next: at + 1, wanted: { aggregate: { ...by, function: 'count' } } };
  }
  // "distribution of VMs over nodes"
  const spread =
    wanted.aggregate?.function === 'count' &&
    SPREAD.has(items[at]?.text ?? '') &&
    senseOf(items[skipFillers(items, at + 1)], 'field')?.plural === true;
  if (!has(items[at], 'group') && !spread) return undefined;
  const group = grouping(scene, skipFillers(items, at + 1));
  if (group === undefined) return undefined;
  const aggregate = wanted.aggregate ?? { function: 'count' };
  return { next: group.next, wanted: { aggregate: { ...aggregate, by: group.by } } };
};

const PER: ReadonlySet<string> = new Set(['per', 'by', 'for each']);

/** "total memory of …", "how much memory do … have". */
const summing = ({ items }: Scene, at: number): Step | undefined => {
  const inOne = has(items[at], 'field') && /^(?:total|overall) /.test(items[at]?.text ?? '');
  // "memory per namespace"
  const each = has(items[at], 'field') && PER.has(items[at + 1]?.text ?? '');
  if (!inOne && !each && !has(items[at], 'total')) return undefined;
  const target = inOne || each ? at : skipFillers(items, at + 1);
  // "with a total disk size over 1 TB" is a constraint.
  const after = items[skipFillers(items, target + 1)];
  if (
    has(after, 'compare', 'between') ||
    isSymbol(after, ':', '=') ||
    /^\d/.test(after?.text ?? '')
  )
    return undefined;
  const field = senseOf(items[target], 'field')?.field;
  const unit = field === undefined ? undefined : fieldNamed(field)?.unit;
  if (field === undefined || unit === undefined) return undefined;
  const there = skipFillers(items, target + 1);
  const next = has(items[there], 'there') ? there + 1 : target + 1;
  return { next, wanted: { aggregate: { function: 'sum', of: field, unit } } };
};

/** "which namespaces have …", "namespaces with …": one group for each, where the sentence begins. */
const distinct = (scene: Scene, at: number): Step | undefined => {
  const { items, vocabulary } = scene;
  if (scene.previous !== undefined) return undefined;
  const asking = senseOf(items[at], 'which');
  const asked = asking !== undefined;
  const first = asked ? skipFillers(items, at + 1) : at;
  // "哪些节点上": the place is said of the field.
  const target =
    asked && has(items[first], 'place') && has(items[first + 1], 'field') ? first + 1 : first;
  const text = items[target]?.text ?? '';
  const field = senseOf(items[target], 'field');
  const several = field?.plural === true || asking !== undefined || isRanked(items, target + 1);
  // "what changed" asks when, not for what there is.
  const verb = has(items[target], 'anchor');
  // "pinned cpus in …", "hugepages" say how machines are made.
  const isFact = fieldNamed(field?.field ?? '')?.type === 'boolean';
  const plural = several && field !== undefined && field.field !== 'name' && !verb && !isFact;
  const told = asked && (has(items[target + 1], 'owns') || isRanked(items, target + 1));
  const one = (asking?.any === true || told) && vocabulary.labels.has(text);
  const label = one || (text.endsWith('s') && vocabulary.labels.has(text.slice(0, -1)));
  const begins = items.slice(0, at).every((item) => has(item, 'filler') || item.text === 'all');
  const after = items[target + 1];
  const only = after === undefined || has(after, 'place') || isSymbol(after, '?');
  const listed =
    only && (label || (field?.plural === true && fieldNamed(field.field)?.timed === undefined));
  const runs = field?.field === 'node' && after?.text === 'running';
  const owns =
    asked || (begins && (has(after, 'relative') || after?.text === 'with' || runs || listed));
  const group = owns && (plural || label) ? grouping(scene, target) : undefined;
  if (group === undefined) return undefined;
  const hosting = group.by === 'node' && HOSTING.has(items[group.next]?.text ?? '');
  return {
    next: hosting ? group.next + 1 : group.next,
    wanted: { aggregate: { function: 'distinct', of: group.by } },
  };
};

const HOSTING: ReadonlySet<string> = new Set(['host', 'hosts', 'hosting', 'running']);

/** "node with the most VMs": only the most of something makes one thing a group. */
const isRanked = (items: readonly Item[], at: number): boolean =>
  (items[at]?.text === 'with' || has(items[at - 2], 'which')) &&
  has(items[skipFillers(items, at)], 'extreme');

/** "which namespace has the most stopped VMs", "… the most memory": its groups, in that order. */
const most = ({ items }: Scene, at: number, { aggregate }: Wanted): Step | undefined => {
  const extreme = senseOf(items[at], 'extreme');
  if (extreme?.counts !== true || aggregate?.function !== 'distinct') return undefined;
  const { of: by, top } = aggregate;
  const order = {
    ...(extreme.descending ? {} : { fewest: true }),
    ...(top === undefined ? {} : { top }),
  };
  const unit = measuresOf(items[at + 1]).find((name) => fieldNamed(name)?.unit !== undefined);
  if (unit !== undefined) {
    const sum = { function: 'sum', of: unit, by, unit: fieldNamed(unit)?.unit } as const;
    return { next: at + 2, wanted: { aggregate: { ...sum, ...order } } };
  }
  let noun = at + 1;
  while (has(items[noun], 'value', 'environment') && !has(items[noun], 'noun')) noun += 1;
  if (!has(items[noun], 'noun')) return undefined;
  return { next: at + 1, wanted: { aggregate: { function: 'count', by, ...order } } };
};

/** Counts, groups, sums, order and limit. */
export const resultStep = (scene: Scene, at: number, wanted: Wanted): Step | undefined =>
  tellingOf(scene, at) ??
  groupStep(scene, at, wanted) ??
  most(scene, at, wanted) ??
  superlative(scene, at, wanted) ??
  latest(scene, at, wanted) ??
  countBefore(scene, at) ??
  sorting(scene, at, wanted) ??
  limiting(scene, at, wanted) ??
  summing(scene, at) ??
  counting(scene, at, wanted) ??
  distinct(scene, at);

/** "the oldest 3 in each namespace" */
export const isWithinGroups = ({ limit, sort, aggregate }: Wanted): boolean =>
  limit !== undefined && sort !== undefined && aggregate?.by !== undefined;

export const WITHIN_GROUPS: Question = {
  outcome: 'ambiguous',
  message: say(
    'Machines are ranked all together, not within each group. Ask for one group at a time.',
  ),
  suggestions: [],
};

/** "top 5 VMs" does not say by what. */
export const unresolvedTop = (sentence: string): Question => ({
  outcome: 'ambiguous',
  message: say('Top by what? For example “by memory” or “by created”.'),
  suggestions: [`${sentence} by memory`, `${sentence} by vcpu`],
});
