import type { Diagnosis, RootCause } from '@cnv-ai/engine/diagnosis';

/** What became of the causes between two looks at the same machine. */
export type Since = {
  readonly appeared: readonly RootCause[];
  readonly gone: readonly RootCause[];
};

const without = (causes: readonly RootCause[], others: readonly RootCause[]): RootCause[] =>
  causes.filter(({ id }) => !others.some((other) => other.id === id));

/** Nothing while there is nothing to compare with: another machine, or the first look. */
export const since = (before: Diagnosis | undefined, now: Diagnosis): Since | undefined =>
  before === undefined || before.vm.uid !== now.vm.uid || before.observedAt === now.observedAt
    ? undefined
    : {
        appeared: without(now.rootCauses, before.rootCauses),
        gone: without(before.rootCauses, now.rootCauses),
      };
