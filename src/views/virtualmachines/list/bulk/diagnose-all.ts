import type { Diagnosis } from '@cnv-ai/engine/diagnosis';
import type { VmRow } from '@cnv-ai/engine/search';

export type Machine = Pick<VmRow, 'namespace' | 'name'>;

/** What became of one machine: its diagnosis, or why there is none. */
export type Diagnosed =
  | { readonly machine: Machine; readonly diagnosis: Diagnosis }
  | { readonly machine: Machine; readonly reason: string };

export type DiagnoseOne = (machine: Machine, signal: AbortSignal) => Promise<Diagnosis>;

/**
 * Diagnoses one machine after the other, so that many selected ones never become a storm of reads.
 * One that fails does not end the others; an aborted `signal` does, and what is known stays.
 */
export const diagnoseAll = async (
  machines: readonly Machine[],
  diagnose: DiagnoseOne,
  onDone: (done: readonly Diagnosed[]) => void,
  signal: AbortSignal,
): Promise<void> => {
  const done: Diagnosed[] = [];
  for (const machine of machines) {
    const result = await diagnose(machine, signal).then(
      (diagnosis): Diagnosed => ({ machine, diagnosis }),
      (error: unknown): Diagnosed => ({
        machine,
        reason: error instanceof Error ? error.message : String(error),
      }),
    );
    if (signal.aborted) return;
    done.push(result);
    onDone([...done]);
  }
};
