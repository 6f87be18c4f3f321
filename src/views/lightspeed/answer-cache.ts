import { HOUR } from '@cnv-ai/engine/kubernetes';
import type { AnswerState } from './answer-state';

/** An answer stays good this long, unless the object it is about changes. */
export const ANSWER_LASTS = HOUR;
const MOST = 50;

export type AnswerCache = {
  readonly get: (key: string) => AnswerState | undefined;
  /** Keeps a finished answer; any other is not worth keeping. */
  readonly keep: (key: string, state: AnswerState, lasts?: number) => void;
  readonly clear: () => void;
};

/** Answers of this page load by what was asked: the same question costs no second model call. */
export const createAnswerCache = (now: () => number = Date.now): AnswerCache => {
  const kept = new Map<string, { readonly state: AnswerState; readonly until: number }>();
  return {
    get: (key) => {
      const found = kept.get(key);
      if (found === undefined || now() < found.until) return found?.state;
      kept.delete(key);
      return undefined;
    },
    keep: (key, state, lasts = ANSWER_LASTS) => {
      if (state.status !== 'done' || state.text === '') return;
      kept.delete(key);
      kept.set(key, { state, until: now() + lasts });
      const oldest = kept.keys().next();
      if (kept.size > MOST && oldest.done !== true) kept.delete(oldest.value);
    },
    clear: () => kept.clear(),
  };
};

/** The answers of this page load. */
export const answerCache = createAnswerCache();
