import { RESOURCES, unread, type Fact, type Reader } from '../../kubernetes';
import type { ResourceName } from '../fields';
import type { Stock } from './stock';

/**
 * Where an inventory comes from: a stock, and for each kind whether the caller may list it. A kind
 * is opened before anything of it is told.
 */
export type Source = {
  readonly stock: Stock;
  /** Reads as the caller: namespaces, their labels, and whatever the stock does not hold. */
  readonly reader: Reader;
  /** Opens a kind in a namespace, or everywhere: what may be listed there is in the stock then. */
  readonly open: (kind: ResourceName, namespace?: string) => Promise<Fact<unknown>>;
  /** For a stock that is filled already. */
  readonly filled?: {
    /** False when the stock cannot hold one of the kinds: the caller's own reads have to answer. */
    readonly holds: (kinds: readonly ResourceName[]) => Promise<boolean>;
    /** When all that these kinds tell was true, milliseconds since the epoch. */
    readonly asOf: (kinds: readonly ResourceName[]) => number;
  };
};

/** Opens by reading: an answered list goes into the stock. */
const readingSource = (reader: Reader, stock: Stock): Source => ({
  stock,
  reader,
  open: (kind, namespace) =>
    stock.feed(kind)?.read(reader, namespace) ??
    Promise.resolve(unread('unavailable', `${RESOURCES[kind].plural} tell of no machine.`)),
});

/** A source as it is; before a reader, one that reads into `stock`. */
export const sourceOf = (from: Reader | Source, stock: Stock): Source =>
  'stock' in from ? from : readingSource(from, stock);
