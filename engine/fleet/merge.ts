import { inOrder } from './groups';
import type { Fleet, FleetGroup } from './types';

const keyOf = ({ rootCauseId, commonFactor }: FleetGroup): string =>
  `${rootCauseId} ${commonFactor?.kind ?? ''} ${commonFactor?.name ?? ''}`;

const joined = (groups: readonly FleetGroup[]): FleetGroup[] => {
  const found = new Map<string, FleetGroup>();
  for (const group of groups) {
    const known = found.get(keyOf(group));
    const vms = [...(known?.vms ?? []), ...group.vms];
    found.set(keyOf(group), { ...group, vms, total: vms.length });
  }
  return inOrder([...found.values()]);
};

/** Two pages that follow each other as one. */
export const mergeFleet = (first: Fleet, next: Fleet): Fleet => ({
  ...next,
  byVerdict: {
    healthy: first.byVerdict.healthy + next.byVerdict.healthy,
    in_progress: first.byVerdict.in_progress + next.byVerdict.in_progress,
    stopped: first.byVerdict.stopped + next.byVerdict.stopped,
    problem: first.byVerdict.problem + next.byVerdict.problem,
    unknown: first.byVerdict.unknown + next.byVerdict.unknown,
    not_found: first.byVerdict.not_found + next.byVerdict.not_found,
    forbidden: first.byVerdict.forbidden + next.byVerdict.forbidden,
    unavailable: first.byVerdict.unavailable + next.byVerdict.unavailable,
  },
  groups: joined([...first.groups, ...next.groups]),
  total: first.total + next.total,
  unchecked: [
    ...first.unchecked,
    ...next.unchecked.filter(
      ({ resource, reason }) =>
        !first.unchecked.some((one) => one.resource === resource && one.reason === reason),
    ),
  ],
});
