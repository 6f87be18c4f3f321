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
  const next = skipFillers(items, at + 1);
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
  const next = at + 1;
  const match = patternValue(scene, at, 'name', { next, negated: false, op });
  const said = match !== undefined && has(scene.items[match.next], 'inName');
  return said ? { ...match, next: match.next + 1 } : match;
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
