import { useCallback, useEffect, useRef, useState } from 'react';
import { answerDiagnosis } from '../../../../answers/source';
import { useImpersonating } from '../../../../answers/useImpersonating';
import { diagnoseAll, type Diagnosed, type Machine } from './diagnose-all';

export type DiagnoseAll = {
  readonly status: 'idle' | 'running' | 'stopped' | 'done';
  readonly machines: readonly Machine[];
  readonly done: readonly Diagnosed[];
  readonly start: (machines: readonly Machine[]) => void;
  /** Ends what is running; what is known stays. */
  readonly stop: () => void;
  readonly close: () => void;
};

type State = Pick<DiagnoseAll, 'status' | 'machines' | 'done'>;

const IDLE: State = { status: 'idle', machines: [], done: [] };

/** Diagnoses selected machines with the user's own rights, one after the other. */
export const useDiagnoseAll = (): DiagnoseAll => {
  const impersonating = useImpersonating();
  const [state, setState] = useState<State>(IDLE);
  const running = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const start = (machines: readonly Machine[]): void => {
    running.current?.abort();
    const { signal } = (running.current = new AbortController());
    setState({ status: 'running', machines, done: [] });
    void diagnoseAll(
      machines,
      async ({ namespace, name }, mine) =>
        (await answerDiagnosis({ namespace, vmName: name }, mine, { impersonating })).result,
      (done) => setState((before) => ({ ...before, done })),
      signal,
    ).then(() => {
      if (!signal.aborted) setState((before) => ({ ...before, status: 'done' }));
    });
  };
  const stop = useCallback(() => {
    running.current?.abort();
    setState((before) => ({ ...before, status: 'stopped' }));
  }, []);
  const close = useCallback(() => {
    running.current?.abort();
    setState(IDLE);
  }, []);
  return { ...state, start, stop, close };
};
