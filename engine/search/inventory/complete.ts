import { formatTime, parseTime, RESOURCES, type Reader } from '../../kubernetes';
import { english, say, type Message } from '../../messages';
import type { ResourceName } from '../fields';
import { finishInSlices, UNBROKEN, type Slices } from '../slices';
import type { SearchUnchecked } from '../types';
import { withWords } from '../vocabulary';
import type { Inventory } from './inventory';
import type { Join } from './join';
import { JOINS } from './joins';
import { failure, firstOf, NO_FAILURES, openEach, type Failures } from './lists';
import { rightsOf } from './rights';
import { sourceOf, type Source } from './source';

/** At once where the caller may; else only in projects that hold candidates. */
const openFor = async (
  source: Source,
  { records, everywhere }: Inventory,
  { kind, applies }: Join,
): Promise<Failures> => {
  const places = [...new Set(records.filter(applies).map(({ namespace }) => namespace))];
  if (places.length === 0) return NO_FAILURES;
  const { namespaced } = RESOURCES[kind];
  if (everywhere || !namespaced) {
    const problem = failure(await source.open(kind));
    if (problem === undefined) return NO_FAILURES;
    if (!namespaced || problem.reason !== 'forbidden') {
      return new Map(places.map((name) => [name, problem]));
    }
  }
  return openEach(source, kind, places);
};

const asOfWith = (
  { filled }: Source,
  { asOf }: Inventory,
  kinds: readonly ResourceName[],
): string => {
  const before = parseTime(asOf);
  return filled === undefined || before === undefined
    ? asOf
    : formatTime(Math.min(before, filled.asOf(kinds)));
};

/** Reads further kinds into an inventory, each once: only what a question asks for. */
export const completeInventory = async (
  from: Reader | Source,
  inventory: Inventory,
  needs: readonly ResourceName[],
  { pause, isLong }: Slices = UNBROKEN,
): Promise<Inventory> => {
  const joins = [...JOINS.values()].filter(
    ({ kind }) => needs.includes(kind) && !inventory.kinds.has(kind),
  );
  if (inventory.outcome !== 'ok' || joins.length === 0) return inventory;
  const source = sourceOf(from, inventory.stock);
  const opened = await Promise.all(
    joins.map(async (join) => [join.kind, await openFor(source, inventory, join)] as const),
  );
  const homes = inventory.homes.map(([namespace, rights]) => {
    const further = opened.map(([kind, failed]) => [kind, !failed.has(namespace)] as const);
    return [namespace, rightsOf([...rights.of, ...further])] as const;
  });
  const view = inventory.stock.view(homes);
  const { records, vocabulary } = await finishInSlices(view, pause, isLong);
  const kinds = new Map([
    ...inventory.kinds,
    ...opened.map(([kind, failed]) => [kind, firstOf(failed.values())] as const),
  ]);
  return {
    ...inventory,
    records,
    homes,
    kinds,
    vocabulary: withWords(inventory.vocabulary, vocabulary),
    asOf: asOfWith(
      source,
      inventory,
      opened.map(([kind]) => kind),
    ),
  };
};

const notRead = (kind: string): Message =>
  say('{{kind}} objects were not read: what they tell is unknown.', { kind });

/** The kinds of a question that could not be read, or were not. */
export const uncheckedKinds = (
  { kinds }: Pick<Inventory, 'kinds'>,
  needs: readonly ResourceName[],
): SearchUnchecked[] =>
  needs.flatMap((need) => {
    const problem = kinds.get(need);
    if (kinds.has(need) && problem === undefined) return [];
    const { plural: resource, kind } = RESOURCES[need];
    const message =
      problem === undefined ? notRead(kind) : (JOINS.get(need)?.missing ?? notRead(kind));
    const reason = problem?.reason ?? 'unavailable';
    return [{ resource, reason, message: english(message), messageMessage: message }];
  });
