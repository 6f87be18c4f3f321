import { SECOND } from '@cnv-ai/engine/kubernetes';
import type { Inventory, SearchRequest } from '@cnv-ai/engine/search';
import { browserReader, rootOf } from './browser-reader';
import { SLICES } from './slices';

const READ_TIME = 30 * SECOND;
/** Questions at the same moment about different projects; more than this nobody has open. */
const KEPT = 4;

export type InventoryQuestion = {
  /** Only these namespaces; wildcards allowed. */
  readonly namespaces?: readonly string[];
  readonly impersonating?: boolean;
  readonly cluster?: string;
};

export type InventoryStore = {
  /** What the browser may see, read at most `maxAge` milliseconds ago. */
  readonly read: (question: InventoryQuestion, maxAge: number) => Promise<Inventory>;
  /** The same, with the further kinds that a request asks about; they are kept with it. */
  readonly readFor: (
    question: InventoryQuestion,
    maxAge: number,
    request: SearchRequest,
  ) => Promise<Inventory>;
  /** The cluster has changed: what was read is old. */
  readonly expire: () => void;
};

type Entry = { readonly key: string; readonly inventory: Promise<Inventory>; readonly at: number };

const readerOf = (cluster: string | undefined) =>
  browserReader({ signal: AbortSignal.timeout(READ_TIME), root: rootOf(cluster) });

const readNow = async (
  { namespaces, cluster }: InventoryQuestion,
  now: number,
): Promise<Inventory> => {
  const { readInventory } = await import('@cnv-ai/engine/search/core');
  return readInventory(readerOf(cluster), { now, namespaces, slices: SLICES });
};

/** One reading of the cluster serves the words, the rows and the pages of the rows. */
export const createInventoryStore = (now: () => number = Date.now): InventoryStore => {
  let entries: readonly Entry[] = [];
  const read: InventoryStore['read'] = (question, maxAge) => {
    const key = JSON.stringify(question);
    const known = entries.find((entry) => entry.key === key);
    if (known !== undefined && now() - known.at < maxAge) return known.inventory;
    const entry = { key, inventory: readNow(question, now()), at: now() };
    entries = [entry, ...entries.filter((other) => other.key !== key)].slice(0, KEPT);
    const drop = (): void => {
      entries = entries.filter((other) => other !== entry);
    };
    // A reading that failed is not kept: the next question reads again.
    entry.inventory.then(({ outcome }) => {
      if (outcome !== 'ok') drop();
    }, drop);
    return entry.inventory;
  };
  return {
    read,
    readFor: async (question, maxAge, request) => {
      const found = await read(question, maxAge);
      const { completeInventory, neededKinds } = await import('@cnv-ai/engine/search/core');
      const needs = neededKinds(found, request, now());
      if (needs.every((kind) => found.kinds.has(kind))) return found;
      const completed = completeInventory(readerOf(question.cluster), found, needs, SLICES);
      const key = JSON.stringify(question);
      entries = entries.map((entry) =>
        entry.key === key ? { ...entry, inventory: completed } : entry,
      );
      return completed;
    },
    expire: () => {
      entries = [];
    },
  };
};

export const inventory = createInventoryStore();
