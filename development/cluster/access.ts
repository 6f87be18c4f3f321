import type { IncomingHttpHeaders } from 'node:http';
import { accessOf, authorize } from './authorization';
import type { ServerContext } from './context';
import { ANONYMOUS, identityOf, impersonationOf, tokenOf, type Identity } from './identity';
import type { RequestInfo } from './request';
import { unauthorized } from './status';

/** Paths that need no token, as a cluster serves them that allows anonymous health checks only. */
const PUBLIC = /^\/(version|healthz|livez|readyz)(\/|$)/;

const authenticated = (
  server: ServerContext,
  headers: IncomingHttpHeaders,
  info: RequestInfo,
): Identity => {
  const token = tokenOf(headers);
  if (token === undefined && PUBLIC.test(info.path)) return ANONYMOUS;
  const user = server.users.find((entry) => entry.token === token);
  if (user === undefined) throw unauthorized();
  return identityOf(user);
};

/** Who a request acts as, once it is sure that it may do what it asks; 401 or 403 otherwise. */
export const admitted = (
  server: ServerContext,
  headers: IncomingHttpHeaders,
  info: RequestInfo,
): Identity => {
  const caller = authenticated(server, headers, info);
  const impersonation = impersonationOf(headers);
  for (const check of impersonation?.checks ?? []) {
    authorize(server.store, caller, { verb: 'impersonate', ...check });
  }
  const identity = impersonation?.identity ?? caller;
  authorize(server.store, identity, accessOf(info));
  return identity;
};
