import { conditionOf, pointer, type Condition, type KubeObject } from '../../kubernetes';
import type { Origin } from './size';

/** Whether a running machine can be live-migrated, and why not. */
export type Migratable = { value: boolean; reason: string; origin: Origin };

const factOf = (condition: Condition | undefined, place: Origin['in']): Migratable | undefined =>
  condition === undefined || (condition.status !== 'True' && condition.status !== 'False')
    ? undefined
    : {
        value: condition.status === 'True',
        reason: condition.reason,
        origin: { in: place, path: pointer(...condition.path) },
      };

/** The instance says it and the VirtualMachine repeats it; nobody says it of a stopped machine. */
export const readMigratable = (
  vm: KubeObject,
  vmi: KubeObject | undefined,
): Migratable | undefined =>
  factOf(conditionOf(vmi, 'LiveMigratable'), 'vmi') ??
  factOf(conditionOf(vm, 'LiveMigratable'), 'vm');
