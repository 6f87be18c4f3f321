import type { IncomingHttpHeaders } from 'node:http';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

const hostnameOf = (authority: string): string | undefined => {
  const match = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/i.exec(authority);
  return match?.[1]?.toLowerCase();
};

const originHost = (origin: string): string | undefined => {
  const match = /^https?:\/\/([^/]+)$/i.exec(origin);
  return match?.[1] === undefined ? undefined : hostnameOf(match[1]);
};

/**
 * Which Host and Origin a call to `/mcp` may carry: loopback and the names given. A page of
 * another site whose name was made to point here has neither. An absent Origin is no browser.
 */
export const hostCheck = (allowedHosts: readonly string[]) => {
  const allowed = new Set([
    ...LOOPBACK,
    ...allowedHosts.map((host) => hostnameOf(host) ?? host.toLowerCase()),
  ]);
  const passes = (name: string | undefined): boolean => name !== undefined && allowed.has(name);
  return ({ host, origin }: IncomingHttpHeaders): boolean =>
    passes(hostnameOf(host ?? '')) && (origin === undefined || passes(originHost(origin)));
};
