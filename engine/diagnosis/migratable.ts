import { conditionOf, type Condition, type KubeObject } from '../kubernetes';
import { isEvacuating, isRunning } from './intent';
import type { RuleContext } from './rule';
import type { Confidence } from './types';

/** What is said about live migration of a VM that is asked to migrate. */
export type Migratable = {
  readonly vmi: KubeObject;
  /** `False` with the first blocker; missing while virt-handler has not reported. */
  readonly first?: Condition;
  /** Names every blocker but disks, as `Reason: message, Reason: message`. */
  readonly others?: Condition;
};

/**
 * Whether anything may keep a running VM from live migration, when a migration or a drain is
 * wanted. It is a note otherwise: the VM runs as it should. Nothing when KubeVirt says it can.
 */
export const wantedMigration = (
  vmi: KubeObject | undefined,
  { topics }: RuleContext,
): Migratable | undefined => {
  if (vmi === undefined || !isRunning(vmi)) return undefined;
  if (!topics.has('migration') && !topics.has('drain') && !isEvacuating(vmi)) return undefined;
  const first = conditionOf(vmi, 'LiveMigratable');
  const others = conditionOf(vmi, 'StorageLiveMigratable');
  if (first?.status === 'True') return undefined;
  return {
    vmi,
    ...(first === undefined ? {} : { first }),
    ...(others?.status === 'False' ? { others } : {}),
  };
};

/** `HostDeviceNotLiveMigratable: …, SEVNotLiveMigratable: …`; one reason lacks the "Not". */
const REASONS = /\b(\w+LiveMigratable): /g;

/** The conditions that give one of these reasons: that of the first blocker, then that of all. */
export const blockedBy = (
  { first, others }: Migratable,
  isWanted: (reason: string) => boolean,
): { conditions: Condition[]; reasons: string[] } => {
  const named = [...(others?.message ?? '').slice(0, 8192).matchAll(REASONS)].map(
    ([, reason = '']) => reason,
  );
  const isFirst = first !== undefined && isWanted(first.reason);
  const further = named.filter(isWanted);
  return {
    conditions: [
      ...(isFirst ? [first] : []),
      ...(others !== undefined && further.length > 0 ? [others] : []),
    ],
    reasons: [...new Set([...(isFirst ? [first.reason] : []), ...further])],
  };
};

/**
 * How sure a blocker is that the objects show: KubeVirt names only the first one in LiveMigratable,
 * so a `False` for another reason does not speak against it.
 */
export const confidenceOf = ({ first }: Migratable): Confidence =>
  first === undefined ? 'likely' : 'certain';
