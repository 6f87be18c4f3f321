import { useCallback, useEffect, useReducer, useRef } from 'react';
import { useImpersonating } from '../../answers/useImpersonating';
import { usePluginTranslation } from '../../i18n';
import { askLightspeed } from './ask';
import { asking, IDLE, withEvent, withOutcome, type AnswerState } from './answer-state';
import type { AnswerOutcome } from './client';
import type { LightspeedEvent } from './events';
import type { LightspeedQuestion } from './question';

type Change =
  | { readonly is: 'asked'; readonly question: LightspeedQuestion }
  | { readonly is: 'events'; readonly events: readonly LightspeedEvent[] }
  | { readonly is: 'over'; readonly outcome: AnswerOutcome };

const reduce = (state: AnswerState, change: Change): AnswerState => {
  switch (change.is) {
    case 'asked':
      return asking(change.question);
    case 'events':
      return change.events.reduce(withEvent, state);
    case 'over':
      return withOutcome(state, change.outcome);
  }
};

export type LightspeedAnswer = {
  readonly state: AnswerState;
  /** Call it on an explicit click only: it sends the question to a model. */
  readonly ask: (question: LightspeedQuestion) => void;
  readonly stop: () => void;
};

/** One streamed answer. It is stopped when the component goes away. */
export const useLightspeedAnswer = (): LightspeedAnswer => {
  const { i18n } = usePluginTranslation();
  const { language } = i18n;
  const impersonating = useImpersonating();
  const [state, change] = useReducer(reduce, IDLE);
  const current = useRef<AbortController | undefined>(undefined);

  useEffect(() => () => current.current?.abort(), []);

  const ask = useCallback(
    (question: LightspeedQuestion) => {
      current.current?.abort();
      const { signal } = (current.current = new AbortController());
      change({ is: 'asked', question });
      if (impersonating) {
        change({
          is: 'over',
          outcome: { is: 'failed', problem: { kind: 'impersonating' } },
        });
        return;
      }
      const onEvents = (events: readonly LightspeedEvent[]): void => {
        if (!signal.aborted) change({ is: 'events', events });
      };
      void askLightspeed(question, language, onEvents, signal).then((outcome) => {
        if (!signal.aborted) change({ is: 'over', outcome });
      });
    },
    [impersonating, language],
  );

  const stop = useCallback(() => {
    current.current?.abort();
    change({ is: 'over', outcome: { is: 'stopped' } });
  }, []);

  return { state, ask, stop };
};
