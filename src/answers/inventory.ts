import { SECOND } from '@cnv-ai/engine/kubernetes';
import type { Inventory, MachineName, SearchRequest } from '@cnv-ai/engine/search';
import { browserReader, rootOf } from './browser-reader';
import { breathe, isLong, SLICES } from './slices';

const READ_TIME = 30 * SECOND;
/** Questions at the same moment about different projects; more than this nobody has open. */
const KEPT = 4;
/** Of more machines than these a list is the shorter way. */
const MOST_RENEWED = 100;

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
  /**
   * These machines have changed, and no others of the namespace, or of the cluster: they are read
   * again. What was read of elsewhere is old.
   */
  readonly renew: (changed: readonly MachineName[], namespace: string | undefined) => void;
};

type Entry = {
  readonly key: string;
  readonly question: InventoryQuestion;
  readonly inventory: Promise<Inventory>;
  readonly at: number;
};

const readerOf = (cluster: string | undefined) =>
  browserReader({ signal: AbortSignal.timeout(READ_TIME), root: rootOf(cluster) });

/** With the words of a sentence worked out, which takes longer than a frame. */
const ready = async (found: Inventory): Promise<Inventory> => {
  const { finishInSlices, makeParts } = await import('@cnv-ai/engine/search/core');
  await finishInSlices(makeParts(found.vocabulary), breathe, isLong);
  return found;
};

const readNow = async (
  { namespaces, cluster }: InventoryQuestion,
  now: number,
): Promise<Inventory> => {
  const { readInventory } = await import('@cnv-ai/engine/search/core');
  const reader = readerOf(cluster);
  return ready(await readInventory(reader, { now, namespaces, lasting: true, slices: SLICES }));
};

const isAllIn = ({ namespaces, cluster }: InventoryQuestion, namespace: string | undefined) =>
  cluster === undefined &&
  (namespace === undefined || (namespaces?.length === 1 && namespaces[0] === namespace));

/** One reading of the cluster serves the words, the rows and the pages of the rows. */
export const createInventoryStore = (now: () => number = Date.now): InventoryStore => {
  let entries: readonly Entry[] = [];
  const keep = (question: InventoryQuestion, reading: Promise<Inventory>): Promise<Inventory> => {
    const key = JSON.stringify(question);
    const entry = { key, question, inventory: reading, at: now() };
    entries = [entry, ...entries.filter((other) => other.key !== key)].slice(0, KEPT);
    const drop = (): void => {
      entries = entries.filter((other) => other !== entry);
    };
    // A reading that failed is not kept: the next question reads again.
    reading.then(({ outcome }) => {
      if (outcome !== 'ok') drop();
    }, drop);
    return reading;
  };
  const renewed = async (
    { question, inventory: reading }: Entry,
    changed: readonly MachineName[],
  ): Promise<Inventory> => {
    const [found, { renewMachines }] = await Promise.all([
      reading,
      import('@cnv-ai/engine/search/core'),
    ]);
    const next = await renewMachines(readerOf(question.cluster), found, changed, SLICES);
    return next === undefined ? readNow(question, now()) : ready(next);
  };
  const read: InventoryStore['read'] = (question, maxAge) => {
    const key = JSON.stringify(question);
    const known = entries.find((entry) => entry.key === key);
    if (known !== undefined && now() - known.at < maxAge) return known.inventory;
    return keep(question, readNow(question, now()));
  };
  return {
    read,
    readFor: async (question, maxAge, request) => {
      const found = await read(question, maxAge);
      const { completeFor } = await import('@cnv-ai/engine/search/core');
      const completed = completeFor(readerOf(question.cluster), found, request, now(), SLICES);
      const key = JSON.stringify(question);
      entries = entries.map((entry) =>
        entry.key === key ? { ...entry, inventory: completed } : entry,
      );
      return completed;
    },
    expire: () => {
      entries = [];
    },
    renew: (changed, namespace) => {
      const known = changed.length > MOST_RENEWED ? [] : entries;
      entries = [];
      for (const entry of known.filter(({ question }) => isAllIn(question, namespace))) {
        void keep(entry.question, renewed(entry, changed));
      }
    },
  };
};

export const inventory = createInventoryStore();
