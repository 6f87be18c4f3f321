import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { useImpersonating } from '../../answers/useImpersonating';
import { usePluginTranslation } from '../../i18n';
import { answerCache } from './answer-cache';
import { askLightspeed } from './ask';
import { asking, IDLE, withEvent, withOutcome, type AnswerState } from './answer-state';
import type { AnswerOutcome } from './client';
import type { LightspeedEvent } from './events';
import { promptOf } from './prompts/prompt';
import type { LightspeedQuestion } from './question';

type Change =
  | { readonly is: 'asked'; readonly question: LightspeedQuestion }
  | { readonly is: 'remembered'; readonly state: AnswerState }
  | { readonly is: 'events'; readonly events: readonly LightspeedEvent[] }
  | { readonly is: 'over'; readonly outcome: AnswerOutcome };

const reduce = (state: AnswerState, change: Change): AnswerState => {
  switch (change.is) {
    case 'asked':
      return asking(change.question);
    case 'remembered':
      return { ...change.state, remembered: true };
    case 'events':
      return change.events.reduce(withEvent, state);
    case 'over':
      return withOutcome(state, change.outcome);
  }
};

/** The same prompt about the same version of an object is the same question. */
const keyOf = (question: LightspeedQuestion, language: string): string =>
  `${question.subject ?? ''}\n${promptOf(question, language)}`;

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
      const known = anew || impersonating ? undefined : answerCache.get(keyOf(question, language));
      if (known !== undefined) {
        change({ is: 'remembered', state: known });
        return;
      }
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

  // An answer that came to its end is kept for whoever asks the same.
  useEffect(() => {
    if (question !== undefined && state.status === 'done' && state.remembered !== true) {
      answerCache.keep(keyOf(question, language), state, question.lasts);
    }
  }, [language, question, state]);

  return { state, question, ask, stop };
};
