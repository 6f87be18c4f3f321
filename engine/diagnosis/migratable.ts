import { conditionOf, type Condition, type KubeObject } from '../kubernetes';
import { isRunning } from './intent';
import type { RuleContext } from './rule';

/**
 * The first thing that keeps a running VM from live migration, when somebody asks for one. It is
 * a note otherwise: the VM runs as it should.
 */
export const migrationBlocker = (
  vmi: KubeObject | undefined,
  { topics }: RuleContext,
  reasons: readonly string[],
): Condition | undefined => {
  if (!isRunning(vmi) || !(topics.has('migration') || topics.has('drain'))) return undefined;
  const condition = conditionOf(vmi, 'LiveMigratable');
  return condition?.status === 'False' && reasons.includes(condition.reason)
    ? condition
    : undefined;
};
