import type { Comparator } from '../lexicon/senses';
import { amountAt } from './amounts';
import { draftOf, type Rule, type Scene } from './draft';
import { has, senseOf } from './items';
import { quantityRule } from './quantity';
import { skipFillers } from './skip';
import { betweenSpans, toMatch } from './time';

type Limit = { op: Comparator; value: number; next: number };

const limitAt = ({ items }: Scene, at: number): Limit | undefined => {
  const op = senseOf(items[at], 'compare')?.op;
  const amount = op && amountAt(items, skipFillers(items, at + 1));
  return op && amount && !amount.bytes ? { op, value: amount.value, next: amount.next } : undefined;
};

/** "more than one but fewer than five disks": what is counted is said once. */
const bothOfOne = (scene: Scene, at: number): ReturnType<Rule> => {
  const first = limitAt(scene, at);
  if (first === undefined || !has(scene.items[first.next], 'and', 'to')) return undefined;
  const second = limitAt(scene, first.next + 1);
  const match = second && quantityRule(scene, first.next + 1);
  const [draft] = match?.drafts ?? [];
  if (match === undefined || draft === undefined || draft.value !== second?.value) return undefined;
  const { field } = draft;
  return {
    next: match.next,
    drafts: [draftOf(scene, at, first.next, { field, op: first.op, value: first.value }), draft],
  };
};

/** "off for between 1 and 2 weeks": how long a state lasts. */
const lastsBetween = (scene: Scene, at: number): ReturnType<Rule> => {
  const { items, anchor } = scene;
  const start = skipFillers(items, at + 1);
  if (anchor === undefined || !has(items[at], 'for') || !has(items[start], 'between'))
    return undefined;
  const found = betweenSpans(scene, start, true);
  return found && toMatch(scene, at, found, anchor);
};

/** Two limits of one thing. */
export const twoLimitsRule: Rule = (scene, at) => bothOfOne(scene, at) ?? lastsBetween(scene, at);
