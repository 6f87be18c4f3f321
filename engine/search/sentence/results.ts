import { fieldNamed } from '../fields';
import { say } from '../../messages';
import type { Aggregate } from '../types';
import type { Question, Scene } from './draft';
import { has, senseOf, type Item } from './items';
import { skipFillers } from './skip';
import { countBefore, latest, measuresOf, ranksBy, superlative } from './superlatives';
import { countAt } from './time-points';

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
  const direction = senseOf(items[target + 1], 'direction');
  const descending = measured ? (wanted.sort?.descending ?? true) : ranked;
  const sort = ranksBy(items[target], field, direction?.descending ?? descending);
  return {
    next: direction === undefined ? target + 1 : target + 2,
    wanted: { ...wanted, sort, top: false },
  };
};

const limiting = ({ items }: Scene, at: number): Step | undefined => {
  const count = countAt(items, at + 1);
  if (count === undefined || count < 1) return undefined;
  if (has(items[at], 'limit')) return { next: at + 2, wanted: { limit: count } };
  if (!has(items[at], 'top')) return undefined;
  const top = items[at]?.text === 'top';
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

const counting = (scene: Scene, at: number, wanted: Wanted): Step | undefined => {
  const { items } = scene;
  if (has(items[at], 'count')) {
    return { next: at + 1, wanted: { aggregate: { ...wanted.aggregate, function: 'count' } } };
  }
  if (!has(items[at], 'group')) return undefined;
  const group = grouping(scene, skipFillers(items, at + 1));
  if (group === undefined) return undefined;
  const aggregate = wanted.aggregate ?? { function: 'count' };
  return { next: group.next, wanted: { aggregate: { ...aggregate, by: group.by } } };
};

/** "total memory of …", "how much memory do … have". */
const summing = ({ items }: Scene, at: number): Step | undefined => {
  if (!has(items[at], 'total')) return undefined;
  const target = skipFillers(items, at + 1);
  const field = senseOf(items[target], 'field')?.field;
  const unit = field === undefined ? undefined : fieldNamed(field)?.unit;
  if (field === undefined || unit === undefined) return undefined;
  return { next: target + 1, wanted: { aggregate: { function: 'sum', of: field, unit } } };
};

/** "which namespaces have …", "namespaces with …": one group for each, where the sentence begins. */
const distinct = (scene: Scene, at: number): Step | undefined => {
  const { items, vocabulary } = scene;
  if (scene.previous !== undefined) return undefined;
  const asking = senseOf(items[at], 'which');
  const asked = asking !== undefined;
  const target = asked ? skipFillers(items, at + 1) : at;
  const text = items[target]?.text ?? '';
  const field = senseOf(items[target], 'field');
  const several = field?.plural === true || asking?.any === true;
  const plural = several && field !== undefined && field.field !== 'name';
  const one = asking?.any === true && vocabulary.labels.has(text);
  const label = one || (text.endsWith('s') && vocabulary.labels.has(text.slice(0, -1)));
  const owns = asked || has(items[target + 1], 'relative') || items[target + 1]?.text === 'with';
  const group = owns && (plural || label) ? grouping(scene, target) : undefined;
  if (group === undefined) return undefined;
  return { next: group.next, wanted: { aggregate: { function: 'distinct', of: group.by } } };
};

/** Counts, groups, sums, order and limit. */
export const resultStep = (scene: Scene, at: number, wanted: Wanted): Step | undefined =>
  superlative(scene, at, wanted) ??
  latest(scene, at, wanted) ??
  countBefore(scene, at) ??
  sorting(scene, at, wanted) ??
  limiting(scene, at) ??
  summing(scene, at) ??
  counting(scene, at, wanted) ??
  distinct(scene, at);

/** "top 5 VMs" does not say by what. */
export const unresolvedTop = (sentence: string): Question => ({
  outcome: 'ambiguous',
  message: say('Top by what? For example “by memory” or “by created”.'),
  suggestions: [`${sentence} by memory`, `${sentence} by vcpu`],
});
