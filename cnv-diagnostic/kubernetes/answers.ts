import {
  absent,
  isRecord,
  listAt,
  ok,
  recordAt,
  textAt,
  unread,
  type Fact,
  type Resource,
} from '@cnv-ai/engine/kubernetes';
import type { Answer } from './api-client';

export type Json = Readonly<Record<string, unknown>>;

export const parsed = (body: string): Json | undefined => {
  try {
    const value: unknown = JSON.parse(body);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** A 404 for one object names that object in the Status; one for a kind it does not serve does not. */
const namesAnObject = (body: string): boolean =>
  (textAt(recordAt(parsed(body), 'details'), 'name') ?? '') !== '';

/** The API server's own page for a path it does not serve is plain text, any other is a stranger's. */
const isUnknownPath = (type: string, body: string): boolean =>
  textAt(parsed(body), 'kind') === 'Status' ||
  (!type.includes('html') && body.trim() === '404 page not found');

/**
 * The items of a list; `undefined` when an answer is none. The API server words a list without
 * items as null where Go has no slice: of metadata it always does.
 */
export const itemsOf = (list: Json): readonly unknown[] | undefined => {
  const { kind, items } = list;
  if (Array.isArray(items)) return listAt(list, 'items');
  return items === null && typeof kind === 'string' && kind.endsWith('List') ? [] : undefined;
};

const whatOf = ({ plural }: Resource, namespace: string | undefined): string =>
  namespace === undefined ? plural : `${plural} in namespace ${namespace}`;

/** What the API server's 403 says, whoever found out. */
export const forbidden = (resource: Resource, namespace?: string): Fact<never> =>
  unread('forbidden', `You are not allowed to read ${whatOf(resource, namespace)}.`);

const unreadOf = (status: number, what: string, retryAfter = 1): Fact<never> => {
  if (status === 401) {
    return unread('unavailable', 'The API server no longer accepts this token; log in again.');
  }
  if (status === 410)
    return unread('unavailable', `The list of ${what} changed while it was read.`);
  if (status === 429) {
    return unread(
      'unavailable',
      `The API server is too busy to read ${what}; ask again in ${retryAfter} s.`,
    );
  }
  if (status >= 300 && status < 400) {
    return unread('unavailable', `The API server redirected the read of ${what}; not followed.`);
  }
  return unread('unavailable', `The API server answered HTTP status ${status} for ${what}.`);
};

/** What one answer says: the API server's JSON, or a fact that says why there is none. */
export const jsonOf = (answer: Answer, resource: Resource, namespace?: string): Fact<Json> => {
  if (answer.kind === 'failed') return unread(answer.reason, answer.message);
  const { status, body, type } = answer;
  const what = whatOf(resource, namespace);
  if (status === 404 && namesAnObject(body)) return absent;
  if (status === 404 && isUnknownPath(type, body)) {
    return unread('not_installed', `This cluster does not serve ${resource.plural}.`);
  }
  if (status === 403) return forbidden(resource, namespace);
  if (status !== 200 && status !== 201) return unreadOf(status, what, answer.retryAfter);
  const value = parsed(body);
  return value === undefined
    ? unread('unavailable', `The answer for ${what} is not the API server's JSON.`)
    : ok(value);
};
