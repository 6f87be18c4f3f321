import type { Draft, Rule, Scene } from './draft';
import { has, senseOf, silenced, type Item } from './items';
import { quantityRule } from './quantity';
import { skipFillers } from './skip';

const NEAR = 7;

const DISKS: ReadonlySet<string> = new Set(['disk', 'diskCount', 'diskSize']);

const isAll = (item: Item | undefined): boolean => has(item, 'inAll', 'total');

/** The same items, in which nothing is said of all of them: "disks that together exceed". */
const plainly = (items: readonly Item[], at: number): Item[] =>
  items.map((item, index) => {
    const all = isAll(item) || (has(item, 'relative') && isAll(items[index + 1]));
    return all && index >= at && index < at + NEAR ? silenced(item) : item;
  });

/** Of the disks: those named beside the amount, or before it where it names nothing. */
const isOfDisks = ({ previous }: Scene, used: readonly Item[], { field }: Draft): boolean =>
  DISKS.has(field) ||
  (field === 'memory' &&
    DISKS.has(previous?.field ?? '') &&
    !used.some((item) => senseOf(item, 'field')?.field === 'memory'));

/** "disks together over 1 TB", "more than 1 TB of disk in total": all disks of a machine added up. */
export const togetherRule: Rule = (scene, at) => {
  const { items } = scene;
  const begins =
    has(items[at], 'inAll', 'total', 'field', 'compare', 'between') ||
    /^\d/.test(items[at]?.text ?? '');
  if (!begins || !items.slice(at, at + NEAR).some(isAll)) return undefined;
  const plain = { ...scene, items: plainly(items, at) };
  const start = isAll(items[at]) ? skipFillers(plain.items, at + 1) : at;
  const match = quantityRule(plain, start);
  const [draft, more] = match?.drafts ?? [];
  if (match === undefined || draft === undefined || more !== undefined) return undefined;
  const next = isAll(items[match.next]) ? match.next + 1 : match.next;
  const used = items.slice(at, next);
  const said = used.some(isAll);
  if (!said || !isOfDisks(scene, used, draft)) return undefined;
  const field = draft.field === 'diskCount' ? draft.field : 'diskSize';
  return { next, drafts: [{ ...draft, field }] };
};
