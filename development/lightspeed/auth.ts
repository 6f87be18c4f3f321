import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { at, flagAt, textAt } from '@cnv-ai/engine/kubernetes';
import { Problem } from './http';

export type Caller = { id: string; name: string; token: string };

const bearer = (request: IncomingMessage): string => {
  const header = request.headers.authorization;
  if (!header) throw new Problem(401, 'Unauthorized: No auth header found');
  const [, token] = /^bearer (.+)$/i.exec(header) ?? [];
  if (token === undefined) {
    throw new Problem(401, 'Unauthorized: Bearer token not found or invalid');
  }
  return token;
};

const invalid = (): Problem => new Problem(403, 'Forbidden: Invalid or expired token');

/** Stable for a user whose identity carries no uid of its own. */
const idFromName = (name: string): string =>
  createHash('sha256')
    .update(name)
    .digest('hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

const review = async (
  clusterUrl: string,
  kind: string,
  spec: Readonly<Record<string, unknown>>,
  token: string,
): Promise<Response> =>
  fetch(`${clusterUrl.replace(/\/$/, '')}/apis/authentication.k8s.io/v1/${kind.toLowerCase()}s`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ apiVersion: 'authentication.k8s.io/v1', kind, ...spec }),
  });

/** Who a token belongs to. A cluster older than SelfSubjectReview (1.28) answers a TokenReview. */
const userInfo = async (clusterUrl: string, token: string): Promise<unknown> => {
  const self = await review(clusterUrl, 'SelfSubjectReview', {}, token);
  if (self.ok) return at(await self.json(), 'status', 'userInfo');
  if (self.status !== 404) throw invalid();
  const other = await review(clusterUrl, 'TokenReview', { spec: { token } }, token);
  const body: unknown = other.ok ? await other.json() : undefined;
  if (flagAt(body, 'status', 'authenticated') !== true) throw invalid();
  return at(body, 'status', 'user');
};

/** The caller of a request as the cluster knows its token; throws 401, 403 or 500. */
export const authenticate = async (
  request: IncomingMessage,
  clusterUrl: string,
): Promise<Caller> => {
  const token = bearer(request);
  const user = await userInfo(clusterUrl, token).catch((error: unknown) => {
    if (error instanceof Problem) throw error;
    const cause = error instanceof Error ? error.message : String(error);
    throw new Problem(500, { response: 'Forbidden: Unable to Review Token', cause });
  });
  const name = textAt(user, 'username');
  if (name === undefined || name === 'system:anonymous') throw invalid();
  return { id: textAt(user, 'uid') ?? idFromName(name), name, token };
};
