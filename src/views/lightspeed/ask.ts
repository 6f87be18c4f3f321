import { isOptedOut, readNamespaceLabels, SECOND } from '@cnv-ai/engine/kubernetes';
import { browserReader } from '../../answers/browser-reader';
import { answerCache } from './answer-cache';
import { asking, withEvent, withOutcome, type AnswerState } from './answer-state';
import { streamAnswer, type AnswerOutcome, type OnEvents } from './client';
import { promptOf } from './prompts/prompt';
import type { LightspeedQuestion } from './question';

const READ_TIME = 5 * SECOND;

/** A label that cannot be read counts as set. */
const isWithheld = async (namespaces: readonly string[], signal: AbortSignal): Promise<boolean> => {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(READ_TIME)]);
  const reader = browserReader({ signal: limit });
  const all = await Promise.all(namespaces.map((name) => readNamespaceLabels(reader, name)));
  return all.some((labels) => isOptedOut(labels, true));
};

let last: Promise<unknown> = Promise.resolve();

/** One answer at a time per page: the next one starts when the one before it is over. */
const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const mine = last.then(work);
  last = mine.catch(() => undefined);
  return mine;
};

/** How a question ended; `remembered`: it was answered on this page before, and not asked again. */
export type Ended = AnswerOutcome | { readonly is: 'remembered'; readonly state: AnswerState };

type AskOptions = {
  readonly language: string;
  readonly onEvents: OnEvents;
  readonly signal: AbortSignal;
  /** Asks even what was answered before. */
  readonly anew?: boolean;
};

/**
 * Asks the model in turn, unless the same was answered on this page before or may not be told to a
 * model. The same prompt about the same version of an object is the same question. Never rejects.
 */
export const askLightspeed = (
  question: LightspeedQuestion,
  { language, onEvents, signal, anew = false }: AskOptions,
): Promise<Ended> => {
  const prompt = promptOf(question, language);
  const key = `${question.subject ?? ''}\n${prompt}`;
  const remembered = (): Ended | undefined => {
    const state = anew ? undefined : answerCache.get(key);
    return state && { is: 'remembered', state };
  };

  const ask = async (): Promise<Ended> => {
    const withheld = await isWithheld(question.namespaces, signal);
    if (signal.aborted) return { is: 'stopped' };
    if (withheld) return { is: 'failed', problem: { kind: 'withheld' } };
    let state = asking(question);
    const hear: OnEvents = (events) => {
      state = events.reduce(withEvent, state);
      onEvents(events);
    };
    const outcome = await streamAnswer(prompt, hear, signal);
    answerCache.keep(key, withOutcome(state, outcome), question.lasts);
    return outcome;
  };

  const known = remembered();
  // What was asked twice is answered by the first once its turn is over.
  return known === undefined ? inTurn(async () => remembered() ?? ask()) : Promise.resolve(known);
};
