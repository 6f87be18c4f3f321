import { useCallback, useEffect, useRef, useState } from 'react';
import { followUpOf, undoOf, type Change, type ObjectRef } from '@cnv-ai/engine/kubernetes';
import { say, type Message } from '@cnv-ai/engine/messages';
import { httpFailure } from '../answers/http-failure';
import { isSwitchedOff } from '../answers/settings';
import { answerDiagnosis } from '../answers/source';
import { useImpersonating } from '../answers/useImpersonating';
import { sendChange } from './cluster';
import { previewOf, type Preview } from './preview';
import { recordFix } from './record';
import { refusedBecause } from './refused';
import { untilGone } from './until-gone';

/** What virt-api answers to the restart of a machine that does not run. */
const CONFLICT = 409;

const SWITCHED_OFF = say(
  'The administrator has switched virtual machine search and diagnosis off for this cluster.',
);

/** A way out that the product can take itself, and what it is for. */
export type ApplicableFix = {
  readonly id: string;
  readonly change: Change;
  readonly rootCauseId: string;
  /** The VirtualMachine that was diagnosed. */
  readonly vm: ObjectRef;
  /** The ACM name of another cluster the VM lives on. */
  readonly cluster?: string;
};

export type FixState =
  | { readonly is: 'looking' }
  | { readonly is: 'ready' | 'applying'; readonly preview: Preview }
  /** Nothing was changed. */
  | { readonly is: 'refused'; readonly why: Message; readonly preview?: Preview }
  /** Changed; whether that helped is being found out, or is known. */
  | {
      readonly is: 'waiting' | 'gone' | 'remains' | 'undoing' | 'undone';
      readonly recorded: boolean;
    }
  /** Changed or taken back, but not followed by what makes that take effect; or not taken back. */
  | { readonly is: 'halfway' | 'halfway-back' | 'stuck'; readonly why: Message };

export type FixSteps = {
  readonly state: FixState;
  readonly look: () => void;
  readonly apply: () => void;
  /** Missing where there is no way back. */
  readonly undo?: () => void;
};

/** The steps of one fix: look, confirm, watch, take back. Only `apply` and `undo` change anything. */
export const useFix = (fix: ApplicableFix, onChanged: () => void): FixSteps => {
  const [state, setState] = useState<FixState>({ is: 'looking' });
  const impersonating = useImpersonating();
  const lifetime = useRef(new AbortController());
  const given = useRef({ ...fix, onChanged });
  const { cluster } = fix;

  const set = useCallback((next: FixState) => {
    if (!lifetime.current.signal.aborted) setState(next);
  }, []);

  const look = useCallback(() => {
    set({ is: 'looking' });
    void previewOf(given.current.change, { cluster, signal: lifetime.current.signal }).then(
      (preview) =>
        set(
          preview.refused === undefined
            ? { is: 'ready', preview }
            : { is: 'refused', why: preview.refused, preview },
        ),
    );
  }, [cluster, set]);

  const record = useCallback(
    (undone: boolean) => {
      const { vm, rootCauseId, id: fixId } = given.current;
      const now = new Date().toISOString();
      return recordFix({ vm, rootCauseId, fixId, undone }, now, { cluster });
    },
    [cluster],
  );

  const watch = useCallback(
    async (recorded: boolean) => {
      const { vm, rootCauseId } = given.current;
      const request = { namespace: vm.namespace ?? '', vmName: vm.name };
      const gone = await untilGone(
        rootCauseId,
        async (signal) =>
          (await answerDiagnosis(request, signal, { impersonating, cluster })).result,
        lifetime.current.signal,
      );
      set({ is: gone ? 'gone' : 'remains', recorded });
      given.current.onChanged();
    },
    [cluster, impersonating, set],
  );

  const followUp = useCallback(
    (change: Change): Promise<Message | undefined> => {
      const next = followUpOf(change);
      return next === undefined
        ? Promise.resolve(undefined)
        : sendChange(next, { cluster }).then(
            () => undefined,
            // What does not run takes the changed template when it starts.
            (error: unknown) =>
              httpFailure(error).code === CONFLICT ? undefined : refusedBecause(error),
          );
    },
    [cluster],
  );

  // A write is never aborted half way: closing the dialog only stops looking.
  const make = useCallback(
    async (preview: Preview) => {
      set({ is: 'applying', preview });
      if (await isSwitchedOff()) {
        set({ is: 'refused', why: SWITCHED_OFF, preview });
        return;
      }
      try {
        await sendChange(preview.change, { cluster });
      } catch (error) {
        set({ is: 'refused', why: refusedBecause(error), preview });
        return;
      }
      const recorded = await record(false);
      const why = await followUp(preview.change);
      set(why === undefined ? { is: 'waiting', recorded } : { is: 'halfway', why });
      given.current.onChanged();
      if (why !== undefined) return;
      await watch(recorded).catch(() => undefined);
    },
    [cluster, followUp, record, set, watch],
  );

  const apply = useCallback(() => {
    if (state.is === 'ready') void make(state.preview);
  }, [make, state]);

  const back = undoOf(fix.change);
  const undo = useCallback(() => {
    if (back === undefined) return;
    set({ is: 'undoing', recorded: false });
    sendChange(back, { cluster }).then(
      async () => {
        const recorded = await record(true);
        const why = await followUp(back);
        set(why === undefined ? { is: 'undone', recorded } : { is: 'halfway-back', why });
        given.current.onChanged();
      },
      (error: unknown) => set({ is: 'stuck', why: refusedBecause(error) }),
    );
  }, [back, cluster, followUp, record, set]);

  useEffect(() => {
    const mine = new AbortController();
    lifetime.current = mine;
    look();
    return () => mine.abort();
  }, [look]);

  return { state, look, apply, ...(back === undefined ? {} : { undo }) };
};
