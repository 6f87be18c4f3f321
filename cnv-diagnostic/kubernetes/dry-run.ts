import type { DryRun, DryRunAnswer } from '@cnv-ai/engine/diagnosis';
import { changeRequest, textAt } from '@cnv-ai/engine/kubernetes';
import { present } from '@cnv-ai/engine/redaction';
import { parsed } from './answers';
import type { Answer, ApiClient } from './api-client';

/** Refusals that are about the patch: it does not fit, or something that admits changes says no. */
const REFUSALS = [400, 403, 404, 409, 422];

/** RBAC words its refusals so; a webhook or a quota that says no answers 403 as well. */
const isUnauthorized = (message: string): boolean => message.includes('cannot patch resource');

const answerOf = (answer: Answer): DryRunAnswer => {
  if (answer.kind === 'failed') return { result: 'unavailable' };
  const { status, body } = answer;
  if (status === 200) return { result: 'accepted' };
  const message = textAt(parsed(body), 'message') ?? '';
  if (status === 403 && (message === '' || isUnauthorized(message))) return { result: 'forbidden' };
  return REFUSALS.includes(status)
    ? { result: 'refused', message: present(message) }
    : { result: 'unavailable' };
};

/** Asks the API server whether it would accept patches, as the identity of `api`. */
export const dryRunOf =
  (api: ApiClient): DryRun =>
  async (action) => {
    const request = changeRequest(action, true);
    if (request === undefined) return { result: 'unavailable' };
    const answer = await api.send({
      method: 'PATCH',
      path: request.path,
      contentType: request.contentType,
      body: JSON.stringify(request.body),
    });
    return answerOf(answer);
  };
