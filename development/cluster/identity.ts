import type { IncomingHttpHeaders } from 'node:http';
import { ApiError, unauthorized } from './status';
import type { DevelopmentUser } from './users';

/** Who asks, as TokenReview and SelfSubjectReview tell it. */
export type Identity = {
  readonly username: string;
  readonly uid: string;
  readonly groups: readonly string[];
  readonly extra: Readonly<Record<string, readonly string[]>>;
};

export const ANONYMOUS: Identity = {
  username: 'system:anonymous',
  uid: '',
  groups: ['system:unauthenticated'],
  extra: {},
};

const SERVICE_ACCOUNT = /^system:serviceaccount:([^:]+):([^:]+)$/;

/** The groups every authenticated identity has beside its own. */
export const groupsOf = (username: string, own: readonly string[]): string[] => {
  const namespace = SERVICE_ACCOUNT.exec(username)?.[1];
  const implied =
    namespace === undefined
      ? []
      : ['system:serviceaccounts', `system:serviceaccounts:${namespace}`];
  return [...new Set([...own, ...implied, 'system:authenticated'])];
};

export const identityOf = ({ name, uid, groups }: DevelopmentUser): Identity => ({
  username: name,
  uid,
  groups: groupsOf(name, groups),
  extra: {},
});

const SUBPROTOCOL = 'base64url.bearer.authorization.k8s.io.';

/** WebSocket subprotocols a client offered, without the one that carries its token. */
export const subprotocolsOf = (headers: IncomingHttpHeaders): string[] =>
  (headers['sec-websocket-protocol'] ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '' && !entry.startsWith(SUBPROTOCOL));

/**
 * The bearer token of a request. A browser cannot set headers on a WebSocket, so there it may come
 * as a subprotocol, which the server accepts only beside another one.
 */
export const tokenOf = (headers: IncomingHttpHeaders): string | undefined => {
  const [scheme, token] = (headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() === 'bearer' && token !== undefined && token !== '') return token;
  const protocol = (headers['sec-websocket-protocol'] ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .find((entry) => entry.startsWith(SUBPROTOCOL));
  if (protocol === undefined) return undefined;
  if (subprotocolsOf(headers).length === 0) throw unauthorized();
  return Buffer.from(protocol.slice(SUBPROTOCOL.length), 'base64url').toString('utf8');
};

const headerValues = (headers: IncomingHttpHeaders, name: string): string[] => {
  const value = headers[name];
  if (value === undefined) return [];
  return Array.isArray(value) ? value : value.split(', ');
};

export type Impersonation = {
  readonly identity: Identity;
  /** What the caller must be allowed to impersonate. */
  readonly checks: readonly {
    group: string;
    plural: string;
    namespace?: string;
    name: string;
    subresource: string;
  }[];
};

const extraOf = (headers: IncomingHttpHeaders): Record<string, string[]> =>
  Object.fromEntries(
    Object.keys(headers)
      .filter((name) => name.startsWith('impersonate-extra-'))
      .map((name) => [
        decodeURIComponent(name.slice('impersonate-extra-'.length)),
        headerValues(headers, name),
      ]),
  );

/** The identity asked for by `Impersonate-*` headers, or `undefined` without them. */
export const impersonationOf = (headers: IncomingHttpHeaders): Impersonation | undefined => {
  const [username] = headerValues(headers, 'impersonate-user');
  const groups = headerValues(headers, 'impersonate-group');
  const [uid] = headerValues(headers, 'impersonate-uid');
  const extra = extraOf(headers);
  const others = groups.length > 0 || uid !== undefined || Object.keys(extra).length > 0;
  if (username === undefined || username === '') {
    if (!others) return undefined;
    throw new ApiError(
      500,
      'InternalError',
      'Internal error occurred: requested impersonation without impersonating a user',
    );
  }
  const account = SERVICE_ACCOUNT.exec(username);
  const plain = { group: '', subresource: '' };
  const checks = [
    account === null
      ? { ...plain, plural: 'users', name: username }
      : {
          ...plain,
          plural: 'serviceaccounts',
          namespace: account[1] ?? '',
          name: account[2] ?? '',
        },
    ...groups.map((name) => ({ ...plain, plural: 'groups', name })),
    ...Object.entries(extra).flatMap(([key, values]) =>
      values.map((name) => ({
        group: 'authentication.k8s.io',
        plural: 'userextras',
        subresource: key,
        name,
      })),
    ),
    ...(uid === undefined
      ? []
      : [{ ...plain, group: 'authentication.k8s.io', plural: 'uids', name: uid }]),
  ];
  return {
    identity: { username, uid: uid ?? '', groups: groupsOf(username, groups), extra },
    checks,
  };
};
