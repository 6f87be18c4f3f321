import { useCallback, useEffect, useRef, useState } from 'react';
import type { Fleet, FleetRequest } from '@cnv-ai/engine/fleet';
import { answerFleet } from './source';
import { useAsked, type Asked } from './useAsked';
import { useImpersonating } from './useImpersonating';

/** How many of the VMs that are not plainly well have been looked at. */
export type FleetProgress = { readonly done: number; readonly all: number };

/** `result` covers what was looked at so far while the status is `loading`, and after a stop. */
export type AskedFleet = Asked<Fleet> & {
  readonly progress?: FleetProgress;
  /** Looks at what the result does not cover yet. */
  readonly goOn: () => void;
};

/** Diagnoses every failing VM while mounted, and anew when the request changes by value. */
export const useFleet = (request: FleetRequest): AskedFleet => {
  const impersonating = useImpersonating();
  const [progress, setProgress] = useState<FleetProgress>();
  const known = useRef<Fleet | undefined>(undefined);
  const before = useRef<Fleet | undefined>(undefined);
  const { asked } = useAsked<Fleet>(
    JSON.stringify([request, impersonating]),
    (signal, _quiet, show) => {
      const from = before.current;
      before.current = undefined;
      const shown = known.current;
      setProgress(undefined);
      return answerFleet(
        request,
        signal,
        { impersonating },
        {
          before: from,
          progress: (done, all) => {
            if (!signal.aborted) setProgress({ done, all });
          },
          // A refresh leaves what is shown until it covers as much.
          part: (part) => {
            if (part.result.diagnosed >= (shown?.diagnosed ?? 0)) show(part);
          },
        },
      );
    },
  );
  const { result, refresh } = asked;
  useEffect(() => {
    known.current = result;
  }, [result]);
  const goOn = useCallback(() => {
    before.current = known.current;
    refresh();
  }, [refresh]);
  return { ...asked, goOn, ...(asked.status === 'loading' ? { progress } : {}) };
};
