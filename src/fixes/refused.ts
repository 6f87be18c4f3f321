import { say, type Message } from '@cnv-ai/engine/messages';
import { cut, escapeUnsafe, redact } from '@cnv-ai/engine/redaction';
import { httpFailure } from '../answers/http-failure';

const LONGEST_REASON = 300;

const WEBHOOK = /^admission webhook "([^"]{1,253})" denied the request:? ?/;

/** Why the cluster did not do what was asked, and what to do next. */
export const refusedBecause = (error: unknown): Message => {
  const { code, message } = httpFailure(error);
  const reason = cut(escapeUnsafe(redact(message)), LONGEST_REASON);
  if (code === undefined) {
    return say('The cluster did not answer ({{reason}}). Nothing is known to have changed.', {
      reason,
    });
  }
  const webhook = WEBHOOK.exec(message);
  if (webhook !== null) {
    return say('The admission webhook {{webhook}} refused the change: {{reason}}', {
      webhook: webhook[1] ?? '',
      reason: cut(escapeUnsafe(redact(message.slice(webhook[0].length))), LONGEST_REASON),
    });
  }
  if (code === 401) return say('Your session has ended. Log in again, then look at the fix again.');
  if (code === 403) {
    return say('You are not allowed to make this change. Ask somebody who is: {{reason}}', {
      reason,
    });
  }
  if (code === 404) {
    return say(
      'What is to be changed does not exist any more. Diagnose the virtual machine again.',
    );
  }
  if (code === 409) {
    return say('It has changed since you looked. Look at the change again: {{reason}}', { reason });
  }
  if (code === 429 || code >= 500) {
    return say('The API server cannot answer now ({{reason}}). Try again in a moment.', { reason });
  }
  return say('The cluster refused the change: {{reason}}', { reason });
};
