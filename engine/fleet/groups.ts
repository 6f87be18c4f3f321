import { byCodeUnit, type KubeObject } from '../kubernetes';
import { say, type Message } from '../messages';
import type { Diagnosis, RootCause, Severity, Verdict } from '../diagnosis';
import { describeFactor, factorsOf, type Factor } from './factors';
import type { FleetGroup } from './types';

/** What is kept of one diagnosis of a VM that fails. */
export type Case = {
  readonly namespace: string;
  readonly name: string;
  readonly causeId: string;
  readonly title: Message;
  readonly severity: Severity;
  readonly others: readonly string[];
  readonly factors: readonly Factor[];
};

/** The id of the group of VMs that fail for a reason no rule knows. */
export const UNEXPLAINED = 'unknown';

const unexplained: Pick<Case, 'causeId' | 'title' | 'severity' | 'others' | 'factors'> = {
  causeId: UNEXPLAINED,
  title: say('None of the known causes explains it'),
  severity: 'warning',
  others: [],
  factors: [],
};

const isReal = ({ severity }: RootCause): boolean => severity !== 'info';

/** The case of a VM that fails; `undefined` for one that does not. */
export const caseOf = (
  diagnosis: Diagnosis,
  vm: KubeObject | undefined,
  isWell: boolean,
): Case | undefined => {
  const { vm: machine, rootCauses } = diagnosis;
  const verdict: Verdict = diagnosis.verdict;
  const { namespace, name } = machine;
  if (verdict === 'unknown' && !isWell) return { namespace, name, ...unexplained };
  const [cause, ...others] = rootCauses.filter(isReal);
  if (verdict !== 'problem' || cause === undefined) return undefined;
  return {
    namespace,
    name,
    causeId: cause.id,
    title: cause.titleMessage,
    severity: cause.severity,
    others: [...new Set(others.map(({ id }) => id))].filter((id) => id !== cause.id),
    factors: factorsOf(cause, diagnosis, vm),
  };
};

const keyOf = ({ kind, name }: Factor): string => `${kind}/${name}`;

type Shared = { readonly factor: Factor; readonly cases: Case[]; readonly rank: number };

const sharedBy = (cases: readonly Case[]): Shared[] => {
  const found = new Map<string, Shared>();
  for (const one of cases) {
    one.factors.forEach((factor, rank) => {
      const known = found.get(keyOf(factor));
      if (known === undefined) found.set(keyOf(factor), { factor, cases: [one], rank });
      else known.cases.push(one);
    });
  }
  return [...found.values()];
};

/** Of so much of a cause's VMs a factor must tell before a less telling one is looked at. */
const MOST = 0.6;

/** The factor to tell: the most telling of those that hold for most, else what holds for more. */
const bestOf = (cases: readonly Case[]): Shared | undefined => {
  const candidates = sharedBy(cases)
    .filter(({ factor, cases: those }) => those.length > 1 || factor.proven)
    .sort(
      (a, b) =>
        b.cases.length - a.cases.length ||
        a.rank - b.rank ||
        byCodeUnit(keyOf(a.factor), keyOf(b.factor)),
    );
  const wide = candidates.filter(({ cases: those }) => those.length >= MOST * cases.length);
  const [telling] = [...wide].sort((a, b) => a.rank - b.rank);
  return telling ?? candidates[0];
};

/** The VMs of one cause, divided by what they have in common. */
const divide = (cases: readonly Case[]): { cases: readonly Case[]; factor?: Factor }[] => {
  const best = cases.length === 0 ? undefined : bestOf(cases);
  if (best === undefined) return cases.length === 0 ? [] : [{ cases }];
  const covered = new Set(best.cases);
  return [
    { cases: best.cases, factor: best.factor },
    ...divide(cases.filter((one) => !covered.has(one))),
  ];
};

const groupOf = (cases: readonly Case[], factor: Factor | undefined): FleetGroup[] => {
  const [first] = cases;
  if (first === undefined) return [];
  return [
    {
      rootCauseId: first.causeId,
      title: first.title.id,
      titleMessage: first.title,
      severity: cases.some(({ severity }) => severity === 'critical') ? 'critical' : first.severity,
      ...(factor === undefined ? {} : { commonFactor: describeFactor(factor) }),
      vms: cases.map(({ namespace, name, others }) => ({
        namespace,
        name,
        ...(others.length === 0 ? {} : { others: [...others] }),
      })),
      total: cases.length,
    },
  ];
};

const RANK: readonly Severity[] = ['critical', 'warning', 'info'];

export const inOrder = (groups: readonly FleetGroup[]): FleetGroup[] =>
  [...groups].sort(
    (a, b) =>
      RANK.indexOf(a.severity) - RANK.indexOf(b.severity) ||
      b.total - a.total ||
      byCodeUnit(a.rootCauseId, b.rootCauseId) ||
      byCodeUnit(a.commonFactor?.name ?? '', b.commonFactor?.name ?? ''),
  );

/** Failing VMs as few problems: by cause, and by what stands behind it. */
export const groupsOf = (cases: readonly Case[]): FleetGroup[] => {
  const ids = [...new Set(cases.map(({ causeId }) => causeId))];
  return inOrder(
    ids
      .flatMap((id) => divide(cases.filter(({ causeId }) => causeId === id)))
      .flatMap(({ cases: those, factor }) => groupOf(those, factor)),
  );
};
