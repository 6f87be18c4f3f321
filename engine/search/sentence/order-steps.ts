import { fieldNamed } from '../fields';
import type { Scene } from './draft';
import { has, senseOf, type Item } from './items';
import { measured, measuresOf, ranksBy } from './measures';
import type { Step, Wanted } from './results';
import { isSymbol, skipFillers } from './skip';
import { wholeAt } from './time-points';

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
  const late = by && wanted.sorted === true;
  if (!ranked && !late && !has(items[at], 'sort')) return undefined;
  const target = skipFillers(items, has(items[at + 1], 'group') ? at + 2 : at + 1);
  const field = sortable(items[target]);
  const early = has(items[at], 'sort') && items.slice(target).some((item) => has(item, 'group'));
  if (field === undefined) return early ? { next: at + 1, wanted: { sorted: true } } : undefined;
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
  const said = has(items[at], 'limit') ? skipFillers(items, at + 1) : at + 1;
  const count = wholeAt(items, said);
  if (count === undefined || count < 1) return undefined;
  if (has(items[at], 'limit')) return { next: said + 1, wanted: { limit: count } };
  if (!has(items[at], 'top')) return undefined;
  // "top 5 cpu"
  const named = sort === undefined && has(items[at + 2], 'field');
  const by = named ? measured(measuresOf(items[at + 2]), true) : undefined;
  if (by !== undefined)
    return { next: at + 3, wanted: { limit: count, sort: ranksBy(items[at + 2], by, true) } };
  // "with the most memory, top 5" has said by what.
  const top = items[at]?.text === 'top' && sort === undefined;
  return { next: at + 2, wanted: { limit: count, ...(top ? { top } : {}) } };
};

const GIVEN = /^(?:allocated|provisioned|assigned|configured|requested) /;

const begins = (items: readonly Item[], at: number): boolean =>
  items.slice(0, at).every((item) => has(item, 'filler'));

/** "total memory of …", "how much memory do … have". */
const summing = ({ items }: Scene, at: number): Step | undefined => {
  const named = has(items[at], 'field');
  // "total disk size", "Gesamtspeicher"
  const inOne = named && has(items[at], 'total');
  // "memory per namespace"
  const each = named && has(items[at + 1], 'group') && !has(items[at + 1], 'filler');
  // "vcpus in total across prod-db"
  const late = named && has(items[at + 1], 'inAll');
  // "allocated cores of the VMs in prod"
  const asked = named && GIVEN.test(items[at]?.text ?? '') && begins(items, at);
  const first = inOne || each || late || asked;
  if (!first && !has(items[at], 'total')) return undefined;
  const target = first ? at : skipFillers(items, at + 1);
  // "with a total disk size over 1 TB" is a constraint.
  const after = items[skipFillers(items, late ? target + 2 : target + 1)];
  if (
    has(after, 'compare', 'between') ||
    isSymbol(after, ':', '=') ||
    /^\d/.test(after?.text ?? '')
  )
    return undefined;
  const summed = senseOf(items[target], 'field')?.field;
  // "how much disk" is of all disks together.
  const field = summed === 'disk' ? 'diskSize' : summed;
  const unit = field === undefined ? undefined : fieldNamed(field)?.unit;
  if (field === undefined || unit === undefined) return undefined;
  const there = skipFillers(items, target + 1);
  const next = has(items[there], 'there') ? there + 1 : target + 1;
  return { next, wanted: { aggregate: { function: 'sum', of: field, unit } } };
};

/** In which order, how many of them, and what they add up to. */
export const orderStep = (scene: Scene, at: number, wanted: Wanted): Step | undefined =>
  sorting(scene, at, wanted) ?? limiting(scene, at, wanted) ?? summing(scene, at);
