import { EXPANDED } from '../sentence/values';
import type { Part } from '../sentence/parts';
import { ERROR_GROUP } from '../statuses';
import { isLeaf } from './describe';
import type { Spanned } from './from-text';

const isErrorGroup = (where: Spanned['where']): boolean => {
  const leaf = 'not' in where ? where.not : where;
  return isLeaf(leaf) && leaf.field === 'status' && leaf.value === ERROR_GROUP;
};

const partOf = ({ where, start, end }: Spanned): Part => ({
  where,
  negated: 'not' in where,
  start,
  end,
  ...(isErrorGroup(where) ? { detail: EXPANDED } : {}),
});

/** Several elements, of which each is a constraint of its own. */
const elementsOf = (tree: Spanned, name: 'all' | 'any'): Spanned[] | undefined =>
  name in tree.where && tree.parts !== undefined && tree.parts.length > 1 ? tree.parts : undefined;

const alternativesOf = (tree: Spanned): Part | Part[] =>
  elementsOf(tree, 'any')?.map(partOf) ?? partOf(tree);

/** The constraints of a query that was typed in its text form, as those of a sentence. */
export const partsOf = (tree: Spanned): (Part | Part[])[] => {
  if ('all' in tree.where && tree.where.all.length === 0) return [];
  return elementsOf(tree, 'all')?.map(alternativesOf) ?? [alternativesOf(tree)];
};
