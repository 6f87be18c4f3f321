import { casesOf } from './cases';
import { endsBehind } from './cursor';
import { groupsOf } from './groups';
import type { Fleet } from './types';
import { joinUnchecked } from './unchecked';

const sumOf = (a: Fleet['byVerdict'], b: Fleet['byVerdict']): Fleet['byVerdict'] => ({
  healthy: a.healthy + b.healthy,
  in_progress: a.in_progress + b.in_progress,
  stopped: a.stopped + b.stopped,
  problem: a.problem + b.problem,
  unknown: a.unknown + b.unknown,
  not_found: a.not_found + b.not_found,
  forbidden: a.forbidden + b.forbidden,
  unavailable: a.unavailable + b.unavailable,
});

/**
 * Two answers about different VMs as one: grouped anew, so that the pages of a fleet, merged in any
 * order, are what one page over the same VMs would be. It is as old as the older one.
 */
export const mergeFleet = (a: Fleet, b: Fleet): Fleet => {
  const last = endsBehind(b.nextCursor, a.nextCursor) ? b : a;
  const { nextCursor, remaining, undiagnosed } = last;
  return {
    outcome: 'ok',
    ...(nextCursor === undefined ? {} : { nextCursor }),
    byVerdict: sumOf(a.byVerdict, b.byVerdict),
    scope: { ...last.scope, hidden: a.scope.hidden || b.scope.hidden },
    ...groupsOf([...casesOf(a), ...casesOf(b)]),
    total: a.total + b.total,
    remaining,
    diagnosed: a.diagnosed + b.diagnosed,
    undiagnosed,
    unchecked: joinUnchecked([...a.unchecked, ...b.unchecked]),
    asOf: a.asOf < b.asOf ? a.asOf : b.asOf,
  };
};

/** What there is, and why the rest of the fleet is not in it. */
const unfinished = (fleet: Fleet, { message, messageMessage }: Fleet): Fleet => ({
  ...fleet,
  ...(message === undefined ? {} : { message }),
  ...(messageMessage === undefined ? {} : { messageMessage }),
});

/**
 * Page after page, each merged into what there is, until every VM was looked at. `tell` hears of
 * each answer that is not the last; `before` is one to go on from. When a page fails, what was
 * found before it is the answer, with its cursor and the reason. Rejects only when `page` does.
 */
export const wholeFleet = async (
  page: (cursor: string | undefined) => Promise<Fleet>,
  tell: (soFar: Fleet) => void = () => undefined,
  before?: Fleet,
): Promise<Fleet> => {
  let fleet = before ?? (await page(undefined));
  while (fleet.outcome === 'ok' && fleet.nextCursor !== undefined) {
    tell(fleet);
    const next = await page(fleet.nextCursor);
    // A page that does not go on would be asked for without end.
    const goesOn = endsBehind(next.nextCursor, fleet.nextCursor);
    if (next.outcome !== 'ok' || !goesOn) return unfinished(fleet, next);
    fleet = mergeFleet(fleet, next);
  }
  return fleet;
};
