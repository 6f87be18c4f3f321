import type { KubeObject } from '../kubernetes';
import { say } from '../messages';
import type { Diagnosis, RootCause, Verdict } from '../diagnosis';
import type { Case } from './cases';
import { factorsOf } from './factors';

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
