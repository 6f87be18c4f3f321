import { fieldNamed } from '../fields';
import type { Scene } from './draft';
import { has, senseOf, type Item } from './items';
import { skipFillers } from './skip';
import { countAt } from './time-points';
import { isUnspaced } from './tokens';

/** Between a group and how many are in it: "that have", "running", "used by", "owning". */
const JOINTS = ['filler', 'relative', 'place', 'within', 'as', 'owns', 'there'] as const;

const joins = (item: Item | undefined): boolean =>
  (has(item, ...JOINTS) && !has(item, 'group', 'not', 'compare', 'between')) ||
  senseOf(item, 'value')?.value === 'Running' ||
  senseOf(item, 'match')?.op === 'contains';

const MOST_JOINTS = 4;

export const skipJoints = (items: readonly Item[], from: number): number => {
  let at = from;
  while (at < from + MOST_JOINTS && joins(items[at])) at += 1;
  return at;
};

/** The machines a number is of, with what is said of them before: "10 stopped Windows VMs". */
export const nounAt = (items: readonly Item[], from: number): number | undefined => {
  let at = from;
  while (
    !has(items[at], 'noun') &&
    (has(items[at], 'value', 'environment', 'filler') || has(items[at - 1], 'value')) &&
    !has(items[at], 'field', 'compare', 'and', 'or')
  )
    at += 1;
  return has(items[at], 'noun') ? at : undefined;
};

/** "only one", "a single": the number is exactly so many. */
export const numberAt = (items: readonly Item[], at: number): number | undefined =>
  has(items[at], 'filler', 'noun') && !/^(?:just|only) one$|^single$/.test(items[at]?.text ?? '')
    ? undefined
    : countAt(items, at);

/** "VM count", "number of VMs", "the count": how many machines are in a group. */
export const countWord = (items: readonly Item[], from: number): number | undefined => {
  const at = skipFillers(items, from);
  if (has(items[at], 'count')) {
    const noun = nounAt(items, at + 1);
    // What kind of machines is left to be read.
    return noun === undefined || noun > skipFillers(items, at + 1) ? at + 1 : noun + 1;
  }
  return has(items[at], 'noun') && has(items[at + 1], 'count') ? at + 2 : undefined;
};

/** What machines can be grouped by; `single`: where one stands for all of them. */
export const groupAt = (
  { items, vocabulary }: Scene,
  at: number,
  single: boolean,
): { by: string; next: number } | undefined => {
  const name = senseOf(items[at], 'field');
  const field = fieldNamed(name?.field ?? '');
  const text = items[at]?.text ?? '';
  const label = [...(single ? [text] : []), text.replace(/s$/, '')].find((key) =>
    vocabulary.labels.has(key),
  );
  if (label !== undefined && (single || text.endsWith('s')))
    return { by: `label:${label}`, next: at + 1 };
  const named = name !== undefined && (single || name.plural === true);
  const counted = ['number', 'bytes', 'boolean', 'time'].includes(field?.type ?? '');
  const other = counted || field?.timed !== undefined || UNGROUPED.has(field?.name ?? '');
  return named && !other && field?.column !== undefined
    ? { by: field.name, next: at + 1 }
    : undefined;
};

const UNGROUPED: ReadonlySet<string> = new Set(['name', 'label', 'machine']);

/** Languages without spaces say the group last: "超过10台虚拟机的项目". */
export const lateGroup = (scene: Scene, from: number): { by: string; next: number } | undefined => {
  const { items } = scene;
  let at = from;
  while (
    at < from + MOST_JOINTS &&
    has(items[at], 'filler', 'noun', 'there') &&
    !has(items[at], 'number')
  )
    at += 1;
  const item = items[at];
  if (item === undefined || !isUnspaced(item.text)) return undefined;
  const listed = senseOf(item, 'lists')?.field;
  // Whose they are is told by labels, which have no group of their own.
  const named = listed === 'label' ? undefined : listed;
  return named === undefined ? groupAt(scene, at, true) : { by: named, next: at + 1 };
};
