import { draftOf, literalOf, type Rule } from './draft';
import { has, senseOf, type Item } from './items';
import { isText, patternValue } from './pattern-value';
import { skipFillers } from './skip';

/** "audit in the description": texts one looks into. */
const lookedInto = (
  items: readonly Item[],
  at: number,
): { field: string; next: number } | undefined => {
  if (has(items[at], 'inName')) return { field: 'name', next: at + 1 };
  if (!has(items[at], 'place')) return undefined;
  const whose = items[at + 1]?.text === 'their' ? at + 2 : at + 1;
  const next = skipFillers(items, whose);
  const field = senseOf(items[next], 'field')?.field;
  return field === 'description' ? { field, next: next + 1 } : undefined;
};

/** "web in the name", "audit in the description". */
export const inTextRule: Rule = (scene, at) => {
  const item = scene.items[at];
  const where = isText(item) ? lookedInto(scene.items, at + 1) : undefined;
  if (!isText(item) || where === undefined) return undefined;
  const { field, next } = where;
  return {
    next,
    drafts: [draftOf(scene, at, next, { field, op: 'contains', value: literalOf(item) })],
  };
};

/** "VMs starting with web": what is named is the machine. */
export const patternRule: Rule = (scene, at) => {
  const op = senseOf(scene.items[at], 'match')?.op;
  if (op === undefined) return undefined;
  // "like the usual ones" names nothing: what is looked for follows at once.
  const [first, second] = scene.items.slice(at + 1, at + 3);
  const named = isText(second) && !has(second, 'place', 'inName', 'within');
  const article = named && has(first, 'number') && has(first, 'filler');
  const next = article ? at + 2 : at + 1;
  const match = patternValue(scene, at, 'name', { next, negated: false, op });
  const place = match && lookedInto(scene.items, match.next);
  if (match === undefined || place === undefined) return match;
  // "mentions an audit in its description"
  const { field, next: end } = place;
  return { next: end, drafts: match.drafts?.map((draft) => ({ ...draft, field })) };
};

/** The next of "name starts with web or db". */
export const nextPattern: Rule = (scene, at) => {
  const { link, previous, items } = scene;
  const item = items[at];
  const listing =
    previous !== undefined && ['contains', 'startsWith', 'endsWith'].includes(previous.op);
  if (link === 'none' || !listing || !isText(item) || item.senses.length > 0) return undefined;
  const draft = draftOf(scene, at, at + 1, {
    field: previous.field,
    op: previous.op,
    value: item.text,
  });
  return { next: at + 1, drafts: [draft] };
};
