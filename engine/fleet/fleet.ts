import { formatTime, RESOURCES, type Reader } from '../kubernetes';
import { english, say, type Message } from '../messages';
import { unanswered, type Unchecked, type Verdict } from '../diagnosis';
import { uncheckedSentence } from '../diagnosis/unread';
import { isAfter, toCursor } from './cursor';
import { groupsOf } from './groups';
import { lookAtAll, until, type Looked } from './page';
import { MOST_DIAGNOSED, readRequest } from './request';
import { sharedReader, type Crowd } from './shared-reader';
import { NO_TIME, readSigns, survey, type Survey, type Surveyed } from './survey';
import type { Fleet, FleetOptions, FleetRequest } from './types';
import { joinUnchecked } from './unchecked';

const noneOf = (): Record<Verdict, number> => ({
  healthy: 0,
  in_progress: 0,
  stopped: 0,
  problem: 0,
  unknown: 0,
  not_found: 0,
  forbidden: 0,
  unavailable: 0,
});

/** An answer about no VM, and why. */
export const noFleet = (
  outcome: 'forbidden' | 'unavailable',
  message: Message,
  now: number,
): Fleet => ({
  ...unanswered(outcome, message, formatTime(now)),
  byVerdict: noneOf(),
  scope: { namespaces: 0, hidden: true },
  groups: [],
  factors: [],
  total: 0,
  remaining: 0,
  diagnosed: 0,
  undiagnosed: 0,
  unchecked: [],
});

const needsLook = ({ verdict }: Surveyed): boolean => verdict === undefined;

const countLooks = (machines: readonly Surveyed[]): number => machines.filter(needsLook).length;

/** The VMs of one page: as many as need no look, and at most `limit` that do. */
const pageOf = (machines: readonly Surveyed[], limit: number): readonly Surveyed[] => {
  let looks = 0;
  return until(machines, (machine) => {
    looks += needsLook(machine) ? 1 : 0;
    return looks > limit;
  });
};

const countIn = (machines: readonly Surveyed[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { namespace } of machines) counts.set(namespace, (counts.get(namespace) ?? 0) + 1);
  return counts;
};

const crowdsOf = (
  machines: readonly Surveyed[],
  looks: readonly Surveyed[],
): ReadonlyMap<string, Crowd> => {
  const wanted = countIn(looks);
  return new Map(
    [...countIn(machines)].map(([namespace, all]) => [
      namespace,
      { wanted: wanted.get(namespace) ?? 0, all },
    ]),
  );
};

const notRead = (resource: string, reason: Unchecked['reason'], message: Message): Unchecked => ({
  resource,
  reason,
  message: english(message),
  messageMessage: message,
  couldHide: [],
});

const LEFT_OUT = say('Labels of some projects cannot be read; those projects are left out.');

const uncheckedOf = ({ missed, leftOut }: Survey, looked: readonly Looked[]): Unchecked[] =>
  joinUnchecked([
    ...missed.map(({ resource: { plural }, reason }) =>
      notRead(plural, reason, uncheckedSentence({ plural, reason })),
    ),
    ...looked.flatMap(({ unchecked }) => unchecked),
    ...(leftOut ? [notRead(RESOURCES.namespaces.plural, 'forbidden', LEFT_OUT)] : []),
  ]);

/** The answer about the VMs of a page, up to the first that needed a look and had none. */
const answerOf = (
  seen: Survey,
  rest: readonly Surveyed[],
  page: readonly Surveyed[],
  looked: ReadonlyMap<Surveyed, Looked>,
  asOf: number,
): Fleet => {
  const done = until(page, (one) => needsLook(one) && !looked.has(one));
  const byVerdict = noneOf();
  for (const one of done) byVerdict[one.verdict ?? looked.get(one)?.verdict ?? 'unknown'] += 1;
  const results = [...looked.values()];
  const cases = results.flatMap(({ found }) => found ?? []);
  const last = done.at(-1);
  const remaining = rest.length - done.length;
  return {
    outcome: 'ok',
    ...(remaining > 0 && last !== undefined ? { nextCursor: toCursor(last) } : {}),
    byVerdict,
    scope: seen.scope,
    ...groupsOf(cases),
    total: cases.length,
    remaining,
    diagnosed: looked.size,
    undiagnosed: countLooks(rest) - looked.size,
    unchecked: uncheckedOf(seen, results),
    asOf: formatTime(asOf),
  };
};

/** One page of a fleet: what comes behind the cursor, or all of it. */
export type FleetPage = (cursor: string | undefined) => Promise<Fleet>;

/**
 * Looks once at every VM the caller may see, to tell those that are plainly well, and gives the
 * pages in which the others are diagnosed. A page ends at `limit` diagnoses, or when `hasTime` says
 * so. What is read for a page is let go with it.
 */
export const openFleet = async (
  reader: Reader,
  request: FleetRequest,
  now: number,
  options: FleetOptions = {},
): Promise<FleetPage> => {
  const refused = (...why: Parameters<typeof noFleet>): FleetPage => {
    const fleet = noFleet(...why);
    return () => Promise.resolve(fleet);
  };
  const keeps = readRequest(request, now);
  if ('id' in keeps) return refused('unavailable', keeps, now);
  const held = (request.labelSelector ?? '').trim() === '' ? options.signs : undefined;
  const signs = held ?? readSigns(reader, keeps);
  const seen = await survey(reader, signs, request, now, options.forModel === true);
  if ('reason' in seen) {
    return refused(seen.reason === 'forbidden' ? 'forbidden' : 'unavailable', seen.message, now);
  }
  const all = countLooks(seen.machines);
  return async (cursor) => {
    const rest = seen.machines.filter(isAfter(cursor));
    const page = pageOf(rest, request.limit ?? MOST_DIAGNOSED);
    const looks = page.filter(needsLook);
    const before = all - countLooks(rest);
    const shared = sharedReader(reader, crowdsOf(seen.machines, looks));
    const looked = await lookAtAll(shared, looks, now, {
      ...options,
      progress: (done) => options.progress?.(before + done, all),
    });
    if (looked.size === 0 && looks.length > 0) return noFleet('unavailable', NO_TIME, now);
    return answerOf(seen, rest, page, looked, Math.min(now, signs.asOf ?? now));
  };
};

/**
 * Diagnoses every VM the caller may see that is not plainly well, and groups those that fail: the
 * page that `request.cursor` names. `nextCursor` goes on from there.
 */
export const diagnoseFleet = async (
  reader: Reader,
  request: FleetRequest,
  now: number,
  options: FleetOptions = {},
): Promise<Fleet> => (await openFleet(reader, request, now, options))(request.cursor);
