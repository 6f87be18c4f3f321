import { byCodeUnit } from '../kubernetes';
import type { Severity } from '../diagnosis';
import type { Case } from './cases';
import { byPlace } from './cursor';
import { describeFactor } from './common-factor';
import { divide, type Part } from './divide';
import type { Factor, Fleet, FleetGroup, FleetMachine } from './types';

export type Grouped = Pick<Fleet, 'groups' | 'factors'>;

const RANK: readonly Severity[] = ['critical', 'warning', 'info'];

const keyOf = ({ kind, name, proven }: Factor): string => `${kind}/${name}/${String(proven)}`;

/** Every factor once, and where it stands. */
const tableOf = (cases: readonly Case[]) => {
  const known = new Map(
    cases.flatMap(({ factors }) => factors.map((factor) => [keyOf(factor), factor] as const)),
  );
  const keys = [...known.keys()].sort(byCodeUnit);
  const places = new Map(keys.map((key, place) => [key, place]));
  return {
    factors: keys.flatMap((key) => known.get(key) ?? []),
    placesOf: ({ factors }: Case): number[] =>
      factors.flatMap((factor) => places.get(keyOf(factor)) ?? []),
  };
};

const machineOf = (one: Case, usual: Severity, places: number[]): FleetMachine => {
  const { namespace, name, others, severity } = one;
  return {
    namespace,
    name,
    ...(others.length === 0 ? {} : { others: [...others] }),
    ...(severity === usual ? {} : { severity }),
    ...(places.length === 0 ? {} : { factors: places }),
  };
};

const worst = (cases: readonly Case[]): Severity =>
  RANK.find((severity) => cases.some((one) => one.severity === severity)) ?? 'info';

const groupOf = ({ cases, factor }: Part, placesOf: (one: Case) => number[]): FleetGroup[] => {
  const [first] = cases;
  if (first === undefined) return [];
  const severity = worst(cases);
  return [
    {
      rootCauseId: first.causeId,
      title: first.title.id,
      titleMessage: first.title,
      severity,
      ...(factor === undefined ? {} : { commonFactor: describeFactor(factor) }),
      vms: cases.map((one) => machineOf(one, severity, placesOf(one))),
      total: cases.length,
    },
  ];
};

const inOrder = (groups: readonly FleetGroup[]): FleetGroup[] =>
  [...groups].sort(
    (a, b) =>
      RANK.indexOf(a.severity) - RANK.indexOf(b.severity) ||
      b.total - a.total ||
      byCodeUnit(a.rootCauseId, b.rootCauseId) ||
      byCodeUnit(a.commonFactor?.name ?? '', b.commonFactor?.name ?? '') ||
      byCodeUnit(a.commonFactor?.kind ?? '', b.commonFactor?.kind ?? ''),
  );

const byCause = (cases: readonly Case[]): Map<string, Case[]> => {
  const found = new Map<string, Case[]>();
  for (const one of cases) {
    const those = found.get(one.causeId);
    if (those === undefined) found.set(one.causeId, [one]);
    else those.push(one);
  }
  return found;
};

/**
 * Failing VMs as few problems: by cause, and by what stands behind it. The same cases give the same
 * bytes, in whatever order they come.
 */
export const groupsOf = (cases: readonly Case[]): Grouped => {
  const sorted = [...cases].sort(byPlace);
  const { factors, placesOf } = tableOf(sorted);
  const parts = [...byCause(sorted).values()].flatMap(divide);
  return { groups: inOrder(parts.flatMap((part) => groupOf(part, placesOf))), factors };
};
