import { useState } from 'react';
import type { Fleet, FleetRequest } from '@cnv-ai/engine/fleet';
import { answerFleet } from './source';
import { useAsked, type Asked } from './useAsked';
import { useImpersonating } from './useImpersonating';

/** `progress`: how many of the VMs that need a look have had one, while the browser itself looks. */
export type AskedFleet = Asked<Fleet> & {
  readonly progress?: { readonly done: number; readonly all: number };
};

/** Diagnoses every failing VM while mounted, and anew when the request changes by value. */
export const useFleet = (request: FleetRequest): AskedFleet => {
  const impersonating = useImpersonating();
  const [progress, setProgress] = useState<AskedFleet['progress']>();
  const { asked } = useAsked<Fleet>(JSON.stringify([request, impersonating]), (signal) =>
    answerFleet(request, signal, { impersonating }, (done, all) => {
      if (!signal.aborted) setProgress({ done, all });
    }),
  );
  return { ...asked, ...(asked.status === 'loading' ? { progress } : {}) };
};
