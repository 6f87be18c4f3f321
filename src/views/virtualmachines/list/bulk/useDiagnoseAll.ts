import { useCallback, useEffect, useRef, useState } from 'react';
import { answerDiagnosis } from '../../../../answers/source';
import { useImpersonating } from '../../../../answers/useImpersonating';
import { diagnoseAll, type Diagnosed, type Machine } from './diagnose-all';

export type DiagnoseAll = {
  readonly status: 'running' | 'stopped' | 'done';
  readonly done: readonly Diagnosed[];
  readonly again: () => void;
  /** Ends what is running; what is known stays. */
  readonly stop: () => void;
};

type State = Pick<DiagnoseAll, 'status' | 'done'>;

const STARTED: State = { status: 'running', done: [] };

/** Diagnoses machines with the user's own rights, one after the other, while mounted. */
export const useDiagnoseAll = (machines: readonly Machine[]): DiagnoseAll => {
  const impersonating = useImpersonating();
  const [state, setState] = useState<State>(STARTED);
  const running = useRef<AbortController | undefined>(undefined);

  const run = useCallback(() => {
    running.current?.abort();
    const { signal } = (running.current = new AbortController());
    void diagnoseAll(
      machines,
      async ({ namespace, name }, mine) =>
        (await answerDiagnosis({ namespace, vmName: name }, mine, { impersonating })).result,
      (done) => setState((before) => ({ ...before, done })),
      signal,
    ).then(() => {
      if (!signal.aborted) setState((before) => ({ ...before, status: 'done' }));
    });
  }, [machines, impersonating]);
  useEffect(() => {
    run();
    return () => running.current?.abort();
  }, [run]);

  const again = useCallback(() => {
    setState(STARTED);
    run();
  }, [run]);
  const stop = useCallback(() => {
    running.current?.abort();
    setState((before) => ({ ...before, status: 'stopped' }));
  }, []);
  return { ...state, again, stop };
};
