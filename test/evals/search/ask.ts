import { objectReader, type KubeObject } from '@cnv-ai/engine/kubernetes';
import {
  completeFor,
  readInventory,
  searchInventory,
  type Inventory,
  type SearchResult,
} from '@cnv-ai/engine/search';
import type { Entry } from './corpus';
import type { Answer } from './judge';

const PAGE = 500;
const MOST_PAGES = 20;

/** Machines read once for all sentences; further kinds are read for each that asks for them. */
const inventories = new WeakMap<readonly KubeObject[], Promise<Inventory>>();

const inventoryOf = (objects: readonly KubeObject[], now: number): Promise<Inventory> => {
  const known = inventories.get(objects) ?? readInventory(objectReader(objects), { now });
  inventories.set(objects, known);
  return known;
};

/** Asks the engine one sentence and follows the cursor to the last page. */
export const askEngine = async (
  objects: readonly KubeObject[],
  { sentence, locale, timeZone }: Pick<Entry, 'sentence' | 'locale' | 'timeZone'>,
  now: number,
): Promise<Answer> => {
  const inventory = await inventoryOf(objects, now);
  const query = { query: sentence, locale, timeZone, limit: PAGE };
  const complete = await completeFor(objectReader(objects), inventory, query, now);
  const ask = (cursor?: string): SearchResult =>
    searchInventory(complete, { ...query, cursor }, now);
  const first = ask();
  const uids = first.vms.map(({ uid }) => uid);
  let cursor = first.nextCursor;
  for (let page = 1; cursor !== undefined && page < MOST_PAGES; page += 1) {
    const next = ask(cursor);
    uids.push(...next.vms.map(({ uid }) => uid));
    cursor = next.nextCursor;
  }
  return {
    outcome: first.outcome,
    readable: first.interpretation.readable,
    uids,
    unchecked: first.unchecked.map(({ resource }) => resource),
    aggregate: first.aggregate,
    clarification: first.clarification,
    notUnderstood: first.interpretation.notUnderstood,
  };
};
