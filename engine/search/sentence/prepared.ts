import type { Vocabulary } from '../vocabulary';
import { withoutSubject } from './asides';
import { has, silenced, type Item } from './items';
import { withKeys } from './key-words';
import { withEachLacking } from './lacking';
import { withoutRunning } from './places';
import { withSharedFields } from './shared-fields';
import { skipFillers } from './skip';
import { systemBefore } from './versions';
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

const COMPARED = ['older', 'newer', 'compare', 'since', 'before', 'last', 'within'] as const;

/** "an old backup, like older than a week": what follows is meant, and no part of a name. */
const withoutLike = (items: readonly Item[]): readonly Item[] =>
  items.map((item, at) =>
    (item.text === 'like' || item.text === 'say') && has(items[at + 1], ...COMPARED)
      ? silenced(item)
      : item,
  );

/** "Debian hosts", "RHEL 8 hosts", "Windows 11 clients": guests have such systems, nodes have their own. */
const withGuests = (items: readonly Item[]): readonly Item[] =>
  items.map((item, at) => {
    const system = systemBefore(items, at);
    const guests = system === 'versioned' ? /^(?:hosts?|clients?|laptops?)$/ : /^hosts?$/;
    return system !== undefined && guests.test(item.text)
      ? { ...item, senses: [{ is: 'noun' }] }
      : item;
  });

/** The items as the grammar reads them: in its order, and what one word says of several told of each. */
export const prepared = (
  items: readonly Item[],
  sentence: string,
  vocabulary: Vocabulary,
): readonly Item[] => {
  const keyed = withKeys(items, vocabulary);
  const ordered = inEnglishOrder(withoutSubject(keyed, sentence, vocabulary));
  const each = withEachLacking(
    withSharedFields(withExceptions(withoutThings(withoutLike(withGuests(ordered))))),
    vocabulary,
  );
  return withoutRunning(each, vocabulary);
};
