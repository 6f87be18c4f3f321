import type { RootCause, Verdict } from '@cnv-ai/engine/diagnosis';
import type { Diagnosed, Machine } from './diagnose-all';

/** Machines that share a root cause; without one, those that share a verdict. */
export type Group = {
  readonly key: string;
  readonly cause?: Pick<RootCause, 'id' | 'titleMessage' | 'severity'>;
  readonly verdict?: Verdict;
  readonly machines: readonly Machine[];
};

const SEVERITIES: readonly RootCause['severity'][] = ['critical', 'warning', 'info'];

const rank = ({ cause }: Group): number =>
  cause === undefined ? SEVERITIES.length : SEVERITIES.indexOf(cause.severity);

/** What one diagnosis belongs to: each of its causes, else its verdict. */
const groupsOf = (done: Diagnosed): Omit<Group, 'machines'>[] => {
  if (!('diagnosis' in done)) return [{ key: 'verdict unavailable', verdict: 'unavailable' }];
  const { rootCauses, verdict } = done.diagnosis;
  return rootCauses.length === 0
    ? [{ key: `verdict ${verdict}`, verdict }]
    : rootCauses.map((cause) => ({ key: `cause ${cause.id}`, cause }));
};

/** The worst causes first, of those the ones that hit the most machines; what is well comes last. */
export const groupByCause = (done: readonly Diagnosed[]): readonly Group[] => {
  const groups = new Map<string, Group>();
  for (const one of done) {
    for (const found of groupsOf(one)) {
      const machines = groups.get(found.key)?.machines ?? [];
      groups.set(found.key, { ...found, machines: [...machines, one.machine] });
    }
  }
  return [...groups.values()].sort(
    (a, b) => rank(a) - rank(b) || b.machines.length - a.machines.length,
  );
};
