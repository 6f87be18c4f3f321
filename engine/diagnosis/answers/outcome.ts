import { english, type Message } from '../../messages';
import type { Diagnosis, Verdict } from '../types';

/** How a question about one VM or one project ended. Times are RFC 3339 UTC. */
export type Answered = {
  outcome: 'ok' | 'not_found' | 'forbidden' | 'unavailable';
  /** Why there is no answer; absent when there is one. */
  message?: string;
  messageMessage?: Message;
  asOf: string;
};

type Refused = Exclude<Answered['outcome'], 'ok'>;

const OUTCOMES: Partial<Readonly<Record<Verdict, Refused>>> = {
  not_found: 'not_found',
  forbidden: 'forbidden',
  unavailable: 'unavailable',
};

/** What a diagnosis says about whether its VM could be looked at. */
export const answeredBy = ({ verdict, summaryMessage, observedAt }: Diagnosis): Answered => {
  const outcome = OUTCOMES[verdict];
  return outcome === undefined
    ? { outcome: 'ok', asOf: observedAt }
    : unanswered(outcome, summaryMessage, observedAt);
};

export const unanswered = (outcome: Refused, message: Message, asOf: string): Answered => ({
  outcome,
  message: english(message),
  messageMessage: message,
  asOf,
});

/** The first line of a text for a model when there is no answer. */
export const refusalText = ({ outcome, message }: Answered): string =>
  `${outcome}: ${message ?? ''}`;
