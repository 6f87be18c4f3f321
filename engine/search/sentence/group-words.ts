import { fieldNamed, type Field } from '../fields';
import type { Scene } from './draft';
import { has, senseOf, type Item } from './items';
import { keysNamed } from './label-pairs';
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

/** "by" names what to group by, whatever it is; elsewhere `one` thing or `several` make groups. */
type Said = 'named' | 'one' | 'several';

const isGroup = (field: Field | undefined, said: Said): field is Field => {
  if (field?.column === undefined || said === 'named') return field?.column !== undefined;
  const counted = ['number', 'bytes', 'boolean', 'time'].includes(field.type);
  return !counted && field.timed === undefined && !UNGROUPED.has(field.name);
};

/** What machines can be grouped by: a field, or the key of a label ("by team", "per label team"). */
export const groupAt = (
  { items, vocabulary }: Scene,
  at: number,
  said: Said,
): { by: string; next: number } | undefined => {
  const text = items[at]?.text ?? '';
  if (said === 'named' && VERSIONS.test(text)) return { by: 'osVersion', next: at + 1 };
  const name = senseOf(items[at], 'field');
  const field = fieldNamed(name?.field ?? '');
  if (isGroup(field, said) && (said !== 'several' || name?.plural === true))
    return { by: field.name, next: at + 1 };
  const forms = said === 'several' && !text.endsWith('s') ? [] : [text, text.replace(/s$/, '')];
  const key = forms.flatMap((form) => keysNamed(vocabulary, form)).at(0);
  if (key !== undefined) return { by: `label:${key}`, next: at + 1 };
  const raw = items[at + 1]?.raw ?? '';
  return said === 'named' && name?.field === 'label' && vocabulary.labels.has(raw)
    ? { by: `label:${raw}`, next: at + 2 }
    : undefined;
};

/** "windows machines by version", "per os version" */
const VERSIONS = /\b(?:version|release)s?$/;

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
  return named === undefined ? groupAt(scene, at, 'one') : { by: named, next: at + 1 };
};
