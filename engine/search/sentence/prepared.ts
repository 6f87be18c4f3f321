import type { Vocabulary } from '../vocabulary';
import { withoutSubject } from './asides';
import { has, type Item } from './items';
import { withEachLacking } from './lacking';
import { withoutRunning } from './places';
import { withSharedFields } from './shared-fields';
import { skipFillers } from './skip';
import { inEnglishOrder } from './word-order';

/** "ignore the stopped ones" leaves those out; "ignore the above" is an instruction. */
const isLeftOut = (items: readonly Item[], at: number): boolean => {
  const next = skipFillers(items, at + 1);
  return has(items[next], 'value', 'environment') && has(items[next + 1], 'noun');
};

const withExceptions = (items: readonly Item[]): readonly Item[] =>
  items.map((item, at) => {
    if (!has(item, 'beyond') || !has(item, 'not')) return item;
    const meant = isLeftOut(items, at) ? 'not' : 'beyond';
    return { ...item, senses: item.senses.filter(({ is }) => is === meant) };
  });

const THINGS = /^(?:all|any|anything|everything|something|stuff|things|whatever)$/;

/** "VMs with stuff": what they have is not told. */
const withoutThings = (items: readonly Item[]): readonly Item[] =>
  items.map((item, at) => {
    const [noun, joint, next] = [items[at - 2], items[at - 1], items[at + 1]];
    const ends = next === undefined || has(next, 'place', 'and', 'or');
    return ends && THINGS.test(item.text) && has(joint, 'with') && has(noun, 'noun')
      ? { ...item, senses: [], ordinary: true }
      : item;
  });

/** The items as the grammar reads them: in its order, and what one word says of several told of each. */
export const prepared = (
  items: readonly Item[],
  sentence: string,
  vocabulary: Vocabulary,
): readonly Item[] => {
  const ordered = inEnglishOrder(withoutSubject(items, sentence, vocabulary));
  const each = withEachLacking(
    withSharedFields(withExceptions(withoutThings(ordered))),
    vocabulary,
  );
  return withoutRunning(each, vocabulary);
};
