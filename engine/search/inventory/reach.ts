import { isGlob } from '../query/glob';
import {
  AT_ONCE,
  failure,
  firstOf,
  NO_FAILURES,
  openEach,
  type Failure,
  type Failures,
} from './lists';
import type { Source } from './source';
import { isAsked } from './visible';

/** Where the caller may list VirtualMachines. */
export type Reach = {
  /** The namespaces that are read; `all` when the whole cluster is. */
  read: 'all' | readonly string[];
  /** There may be machines that the caller may not see. */
  hidden: boolean;
  failed: Failures;
  /** Nowhere at all, and why. */
  failure?: Failure;
};

export const FORBIDDEN: Failure = { reason: 'forbidden', message: '' };

const reachIn = async (
  source: Source,
  names: readonly string[],
  otherwise: Failure,
): Promise<Reach> => {
  const failed = await openEach(source, 'virtualMachines', names);
  const read = names.filter((name) => !failed.has(name));
  const hidden = [...failed.values()].some(({ reason }) => reason === 'forbidden');
  return read.length > 0
    ? { read, hidden, failed }
    : { read, hidden: true, failed, failure: firstOf(failed.values()) ?? otherwise };
};

/** Who may list machines somewhere, though there are none, is not one who may list them nowhere. */
const reachEmpty = async (
  source: Source,
  names: readonly string[],
  otherwise: Failure,
): Promise<Reach> => {
  const reach = await reachIn(source, names.slice(0, AT_ONCE), otherwise);
  const rest = names.slice(AT_ONCE);
  return reach.failure === undefined || rest.length === 0
    ? reach
    : reachEmpty(source, rest, reach.failure);
};

/** Of a stock that is filled only namespaces with machines are asked about. */
const reachVisible = async (
  source: Source,
  names: readonly string[],
  otherwise: Failure,
): Promise<Reach> => {
  if (source.filled === undefined) return reachIn(source, names, otherwise);
  const homes = new Set(source.stock.homes());
  const reach = await reachIn(
    source,
    names.filter((name) => homes.has(name)),
    otherwise,
  );
  if (reach.failure === undefined) return reach;
  return reachEmpty(
    source,
    names.filter((name) => !homes.has(name)),
    reach.failure,
  );
};

/**
 * The whole cluster at once where the caller may, else project by project: those the caller sees,
 * or, where nobody tells which these are, those that are known to hold machines.
 */
export const reachMachines = async (
  source: Source,
  asked: readonly string[] | undefined,
  visible: readonly string[] | undefined,
): Promise<Reach> => {
  if (asked !== undefined && !asked.some(isGlob)) return reachIn(source, asked, FORBIDDEN);
  const everywhere = failure(await source.open('virtualMachines'));
  if (everywhere === undefined) return { read: 'all', hidden: false, failed: NO_FAILURES };
  if (everywhere.reason !== 'forbidden') {
    return { read: [], hidden: true, failed: NO_FAILURES, failure: everywhere };
  }
  const names = visible ?? (source.filled === undefined ? [] : source.stock.homes());
  const reach = await reachVisible(
    source,
    names.filter((name) => isAsked(name, asked)),
    everywhere,
  );
  return { ...reach, hidden: true };
};
