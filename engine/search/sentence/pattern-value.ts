import { isGlob } from '../query/glob';
import { literalDraft, literalOf, type Match, type Scene } from './draft';
import { has, senseOf, type Item } from './items';
import { isSymbol, skipFillers } from './skip';

/** What stands between a field and its value, read: where the value is, and how it is compared. */
export type Start = { next: number; negated: boolean; op: string | undefined };

/** What stands between a field and its value: "is", ":", "is not", "contains". */
export const toValue = (items: readonly Item[], at: number): Start => {
  let next = skipFillers(items, at);
  // "namespaces that end with -lab"
  const told = has(items[next], 'relative') ? skipFillers(items, next + 1) : next;
  if (has(items[told], 'match')) next = told;
  let negated = false;
  let op: string | undefined;
  while (next < items.length) {
    const item = items[next];
    const match = senseOf(item, 'match');
    if (isSymbol(item, ':', '=') || senseOf(item, 'compare')?.op === 'is') next += 1;
    else if (isSymbol(item, '!=') || has(item, 'not')) {
      negated = true;
      next += 1;
    } else if (match !== undefined) {
      op = match.op;
      next += 1;
      // What follows is looked for as it stands: a dash there is no negation.
      break;
    } else break;
    next = skipFillers(items, next);
  }
  return { next, negated, op };
};

export const isText = (item: Item | undefined): item is Item =>
  item !== undefined && item.kind !== 'symbol' && !has(item, 'or', 'and', 'relative');

/** "ending with -db": the dash is part of what is looked for, not a negation of it. */
const leadingDash = (items: readonly Item[], at: number): '-' | '' =>
  isSymbol(items[at], '-') && items[at]?.end === items[at + 1]?.start ? '-' : '';

/** Nothing is looked for by these. */
const ARTICLES: ReadonlySet<string> = new Set(['the', 'any']);

/** "name contains web", "namespaces starting with prod". */
export const patternValue = (
  scene: Scene,
  at: number,
  field: string,
  start: Start,
): Match | undefined => {
  const dash = leadingDash(scene.items, start.next);
  const item = scene.items[start.next + dash.length];
  if (start.op === undefined || !isText(item) || ARTICLES.has(item.text)) return undefined;
  const value = `${dash}${literalOf(item)}`;
  const op = isGlob(value) ? 'is' : start.op;
  const next = start.next + dash.length + 1;
  return { next, drafts: [literalDraft(scene, at, next, { field, op, value })] };
};
