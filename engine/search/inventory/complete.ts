import { RESOURCES, type Reader } from '../../kubernetes';
import { english, say, type Message } from '../../messages';
import type { ResourceName } from '../fields';
import type { Joined } from '../records/joined';
import type { SearchUnchecked } from '../types';
import { withRecords } from '../vocabulary';
import type { Inventory } from './inventory';
import { JOINS } from './joins';

/** Reads further kinds into an inventory, each once: only what a question asks for. */
export const completeInventory = async (
  reader: Reader,
  inventory: Inventory,
  needs: readonly ResourceName[],
): Promise<Inventory> => {
  const joins = [...JOINS.values()].filter(
    ({ kind }) => needs.includes(kind) && !inventory.kinds.has(kind),
  );
  if (inventory.outcome !== 'ok' || joins.length === 0) return inventory;
  const wide = inventory.scope.namespaces === 'all';
  const loaded = await Promise.all(
    joins.map(async (join) => ({
      kind: join.kind,
      ...(await join.load(reader, inventory.records, wide)),
    })),
  );
  const records = inventory.records.map((record) => {
    const joined: Joined = { ...record.joined };
    const complete = { ...record, joined };
    for (const { attach } of loaded) Object.assign(joined, attach(complete));
    return complete;
  });
  const kinds = new Map([
    ...inventory.kinds,
    ...loaded.map(({ kind, failure }) => [kind, failure] as const),
  ]);
  return { ...inventory, records, kinds, vocabulary: withRecords(inventory.vocabulary, records) };
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
