import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { useImpersonating } from '../../answers/useImpersonating';
import { usePluginTranslation } from '../../i18n';
import type { Ended } from './ask';
import { asking, IDLE, withEvent, withOutcome, type AnswerState } from './answer-state';
import type { LightspeedEvent } from './events';
import type { LightspeedQuestion } from './question';

type Change =
  | { readonly is: 'asked'; readonly question: LightspeedQuestion }
  | { readonly is: 'events'; readonly events: readonly LightspeedEvent[] }
  | { readonly is: 'over'; readonly ended: Ended };

const reduce = (state: AnswerState, change: Change): AnswerState => {
  switch (change.is) {
    case 'asked':
      return asking(change.question);
    case 'events':
      return change.events.reduce(withEvent, state);
    case 'over':
      return change.ended.is === 'remembered'
        ? { ...change.ended.state, remembered: true }
        : withOutcome(state, change.ended);
  }
};

const failed = (kind: 'impersonating' | 'unreachable'): Ended => ({
  is: 'failed',
  problem: { kind },
});

// Nobody who does not ask has to wait for it.
const load = () => import('./ask');

export type LightspeedAnswer = {
  readonly state: AnswerState;
  /** What was asked last. */
  readonly question?: LightspeedQuestion;
  /**
   * Call it on an explicit click only: it sends the question to a model, unless the same one was
   * answered on this page before; `anew` asks all the same.
   */
  readonly ask: (question: LightspeedQuestion, anew?: boolean) => void;
  readonly stop: () => void;
};

/** One streamed answer. It is stopped when the component goes away. */
export const useLightspeedAnswer = (): LightspeedAnswer => {
  const { i18n } = usePluginTranslation();
  const { language } = i18n;
  const impersonating = useImpersonating();
  const [state, change] = useReducer(reduce, IDLE);
  const [question, setQuestion] = useState<LightspeedQuestion>();
  const current = useRef<AbortController | undefined>(undefined);

  useEffect(() => () => current.current?.abort(), []);

  const ask = useCallback(
    (question: LightspeedQuestion, anew = false) => {
      current.current?.abort();
      const { signal } = (current.current = new AbortController());
      setQuestion(question);
      change({ is: 'asked', question });
      if (impersonating) {
        change({ is: 'over', ended: failed('impersonating') });
        return;
      }
      const onEvents = (events: readonly LightspeedEvent[]): void => {
        if (!signal.aborted) change({ is: 'events', events });
      };
      void load()
        .then(({ askLightspeed }) => askLightspeed(question, { language, onEvents, signal, anew }))
        .catch(() => failed('unreachable'))
        .then((ended) => {
          if (!signal.aborted) change({ is: 'over', ended });
        });
    },
    [impersonating, language],
  );

  const stop = useCallback(() => {
    current.current?.abort();
    change({ is: 'over', ended: { is: 'stopped' } });
  }, []);

  return { state, question, ask, stop };
};
