import { at, listAt, textAt } from '@cnv-ai/engine/kubernetes';
import { say, type Message } from '@cnv-ai/engine/messages';

/** Why Lightspeed gave no answer. `detail` is its own words, where they help. */
export type LightspeedProblem =
  | {
      readonly kind:
        | 'not_installed'
        | 'switched_off'
        | 'hidden'
        | 'impersonating'
        | 'other_cluster'
        | 'withheld'
        | 'signed_out'
        | 'no_access'
        | 'not_ready'
        | 'quota'
        | 'rate_limited'
        | 'too_long'
        | 'unreachable'
        | 'broken'
        | 'timed_out';
    }
  | { readonly kind: 'refused' | 'model_failed' | 'failed'; readonly detail: string };

export type ProblemKind = LightspeedProblem['kind'];

/** The body of an error in any of its three shapes, as one text. */
const detailOf = (body: unknown): string => {
  const detail = at(body, 'detail');
  if (typeof detail === 'string') return detail;
  if (Array.isArray(detail)) {
    return detail
      .map((entry) => `${listAt(entry, 'loc').join('.')}: ${textAt(entry, 'msg') ?? ''}`)
      .join('; ');
  }
  return [textAt(detail, 'response'), textAt(detail, 'cause')].filter(Boolean).join(': ');
};

const isTooLong = (body: unknown): boolean =>
  listAt(body, 'detail').some(
    (entry) =>
      textAt(entry, 'type') === 'string_too_long' && listAt(entry, 'loc').includes('query'),
  );

/**
 * Lightspeed reports some conditions by words only: an exhausted quota and a failed model are both
 * 500, and a prompt that is too long may come in the stream.
 */
const BY_WORDS: readonly (readonly [RegExp, 'quota' | 'rate_limited' | 'too_long'])[] = [
  [/quota (?:has been )?exceeded|quota limit reached/i, 'quota'],
  [/rate.?limit|too many requests/i, 'rate_limited'],
  [/too long|context (?:length|window)/i, 'too_long'],
];

const BY_STATUS: Readonly<Record<number, Exclude<LightspeedProblem, { detail: string }>['kind']>> =
  {
    401: 'signed_out',
    403: 'no_access',
    404: 'not_installed',
    413: 'too_long',
    429: 'rate_limited',
    503: 'not_ready',
    504: 'unreachable',
  };

const OF_MODEL = /\[(?:LLM Backend|Network)\]|\bLLM\b/;

const classify = (status: number | undefined, detail: string): LightspeedProblem => {
  const byStatus = status === undefined ? undefined : BY_STATUS[status];
  if (byStatus !== undefined) return { kind: byStatus };
  const byWords = BY_WORDS.find(([words]) => words.test(detail))?.[1];
  if (byWords !== undefined) return { kind: byWords };
  if (OF_MODEL.test(detail)) return { kind: 'model_failed', detail };
  if (status === 400 || status === 422) return { kind: 'refused', detail };
  return status === 502 ? { kind: 'unreachable' } : { kind: 'failed', detail };
};

/** The problem behind an HTTP error, or behind none when no server answered. */
export const problemOfHttp = (status: number | undefined, body: unknown): LightspeedProblem => {
  if (status === undefined) return { kind: 'unreachable' };
  return isTooLong(body) ? { kind: 'too_long' } : classify(status, detailOf(body));
};

/** The problem an `error` event in the stream tells. */
export const problemOfEvent = (event: {
  readonly response: string;
  readonly cause: string;
  readonly status?: number;
}): LightspeedProblem =>
  classify(event.status, [event.response, event.cause].filter((part) => part !== '').join(': '));

/** Whether a 422 complains about the request's `mode`, which services before March 2026 lack. */
export const refusesMode = (status: number | undefined, body: unknown): boolean =>
  status === 422 && listAt(body, 'detail').some((entry) => listAt(entry, 'loc').includes('mode'));

const MESSAGES: Readonly<Record<ProblemKind, Message>> = {
  not_installed: say('OpenShift Lightspeed is not installed on this cluster.'),
  switched_off: say('An administrator has switched off AI explanations.'),
  hidden: say('You have hidden OpenShift Lightspeed. Show it in your preferences to ask it.'),
  impersonating: say(
    'OpenShift Lightspeed would answer with your own permissions. Stop impersonating to ask it.',
  ),
  other_cluster: say(
    'This virtual machine is on another cluster, which OpenShift Lightspeed cannot read.',
  ),
  withheld: say(
    'This project is excluded from AI, or its settings cannot be read. Nothing was sent to a model.',
  ),
  signed_out: say('Your session has expired. Log in again, then ask once more.'),
  no_access: say(
    'You may not use OpenShift Lightspeed. Ask an administrator for the role lightspeed-operator-query-access.',
  ),
  not_ready: say('OpenShift Lightspeed is not ready yet. Try again in a minute.'),
  quota: say('Your OpenShift Lightspeed quota is used up. Try again when it is renewed.'),
  rate_limited: say('The language model is receiving too many requests. Try again in a minute.'),
  too_long: say('The question is too long for the language model. Shorten it and ask again.'),
  unreachable: say('OpenShift Lightspeed cannot be reached. Try again in a minute.'),
  broken: say('The connection broke before the answer was complete. Ask again.'),
  timed_out: say('OpenShift Lightspeed took too long to answer. Ask again.'),
  refused: say('OpenShift Lightspeed did not accept the question. Its details are below.'),
  model_failed: say('The language model failed. Try again, or ask an administrator to check it.'),
  failed: say('OpenShift Lightspeed failed. Try again, or ask an administrator to check its log.'),
};

/** One sentence for people. */
export const problemMessage = ({ kind }: LightspeedProblem): Message => MESSAGES[kind];

/** Whether asking again may help. */
export const mayRetry = ({ kind }: LightspeedProblem): boolean =>
  ![
    'not_installed',
    'switched_off',
    'hidden',
    'impersonating',
    'other_cluster',
    'withheld',
    'no_access',
  ].includes(kind);
