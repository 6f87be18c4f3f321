import { isOptedOut, readNamespaceLabels, SECOND } from '@cnv-ai/engine/kubernetes';
import { browserReader } from '../../answers/browser-reader';
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

/** Asks the model in turn, unless something may not be told to one. Never rejects. */
export const askLightspeed = (
  question: LightspeedQuestion,
  language: string,
  onEvents: OnEvents,
  signal: AbortSignal,
): Promise<AnswerOutcome> =>
  inTurn(async () => {
    const withheld = await isWithheld(question.namespaces, signal);
    if (signal.aborted) return { is: 'stopped' };
    return withheld
      ? { is: 'failed', problem: { kind: 'withheld' } }
      : streamAnswer(promptOf(question, language), onEvents, signal);
  });
