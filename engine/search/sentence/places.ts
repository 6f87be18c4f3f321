import { kindsOf, type Vocabulary } from '../vocabulary';
import { has, senseOf, silenced, type Item } from './items';
import { skipFillers } from './skip';

const isPlace = (item: Item | undefined): boolean =>
  ['node', 'zone'].includes(senseOf(item, 'field')?.field ?? '');

/** "where is web-01 running", "which host is web-01 on": the place of a machine. */
const asksWhere = (items: readonly Item[], vocabulary: Vocabulary): boolean => {
  const first = skipFillers(items, 0);
  const where = items[first]?.text === 'where';
  const names = items.filter(
    ({ text, senses }) => senses.length === 0 && kindsOf(vocabulary, text).includes('name'),
  );
  const which = items.findIndex((item) => has(item, 'which'));
  const asked = which >= 0 && isPlace(items[skipFillers(items, which + 1)]);
  const lists = items.some((item) => senseOf(item, 'lists')?.field === 'node');
  return where || (names.length === 1 && (asked || lists));
};

const isRunning = (item: Item | undefined): boolean => senseOf(item, 'value')?.value === 'Running';

/** "running on right now" */
const isIdle = (item: Item | undefined): boolean =>
  isRunning(item) || has(item, 'filler', 'place', 'lists');

/** Where a machine is, is asked of one that runs and of one that does not. */
export const withoutRunning = (items: readonly Item[], vocabulary: Vocabulary): readonly Item[] => {
  if (!asksWhere(items, vocabulary)) return items;
  let last = items.length;
  while (last > 0 && isIdle(items[last - 1])) last -= 1;
  return items.map((item, at) => (at >= last && isRunning(item) ? silenced(item) : item));
};
