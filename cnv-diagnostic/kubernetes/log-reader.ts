import { absent, ok, pathOf, RESOURCES, unread, type Fact } from '@cnv-ai/engine/kubernetes';
import { jsonOf } from './answers';
import type { ApiClient } from './api-client';

const LINES = 50;
/** Of the log's end; the container runtime cuts a line at 16 KiB. */
const CHARACTERS = 64 * 1024;

/** As RBAC names it. */
const LOGS = { ...RESOURCES.pods, plural: 'pods/log' };

/** The last 50 lines of a container. A container that has not started has an empty log. */
export const readLog = async (
  api: ApiClient,
  namespace: string,
  pod: string,
  container: string,
): Promise<Fact<string>> => {
  const search = new URLSearchParams({ container, tailLines: String(LINES) });
  const path = `${pathOf(RESOURCES.pods, namespace, pod)}/log?${search.toString()}`;
  const answer = await api.send({ path, accept: 'text/plain, application/json' });
  if (answer.kind === 'answer' && answer.status === 200) {
    return answer.type.includes('html')
      ? unread('unavailable', "The answer for pods/log is not the API server's.")
      : ok(answer.body.slice(-CHARACTERS));
  }
  // The API server answers 400 while the container has not started: there is no line yet.
  const waits =
    answer.kind === 'answer' &&
    answer.status === 400 &&
    answer.body.includes('is waiting to start');
  if (waits) return ok('');
  const fact = jsonOf(answer, LOGS, namespace);
  return fact.state === 'ok' ? absent : fact;
};
