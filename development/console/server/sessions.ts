import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Someone who can log in. The token stays in the server. */
export type ConsoleUser = { name: string; displayName: string; token: string; description: string };

export type Session = { user: ConsoleUser; csrf: string };

const SESSION_COOKIE = 'console-session';
const CSRF_COOKIE = 'csrf-token';

const random = (): string => randomBytes(24).toString('base64url');

export const cookiesOf = (request: IncomingMessage): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (request.headers.cookie ?? '').split('; ').map((entry) => {
      const cut = entry.indexOf('=');
      return [entry.slice(0, cut), entry.slice(cut + 1)];
    }),
  );

const equal = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

/** Whether a request that may change something proves that the page itself sent it. */
export const csrfMatches = (request: IncomingMessage, session: Session): boolean => {
  const header = request.headers['x-csrftoken'];
  return typeof header === 'string' && equal(header, session.csrf);
};

/** Sessions in memory: a restart of the host logs everybody out. */
export const createSessions = () => {
  const sessions = new Map<string, Session>();
  const idOf = (request: IncomingMessage): string => cookiesOf(request)[SESSION_COOKIE] ?? '';
  return {
    of: (request: IncomingMessage): Session | undefined => sessions.get(idOf(request)),
    /** The cookies that log a browser in; the page can read the CSRF token and nothing else. */
    open: (user: ConsoleUser): string[] => {
      const [id, csrf] = [random(), random()];
      sessions.set(id, { user, csrf });
      return [
        `${SESSION_COOKIE}=${id}; Path=/; HttpOnly; SameSite=Strict`,
        `${CSRF_COOKIE}=${csrf}; Path=/; SameSite=Strict`,
      ];
    },
    /** Ends the session and answers the cookies that say so. */
    end: (request: IncomingMessage): string[] => {
      sessions.delete(idOf(request));
      return [SESSION_COOKIE, CSRF_COOKIE].map(
        (name) => `${name}=; Path=/; SameSite=Strict; Max-Age=0`,
      );
    },
  };
};

export type Sessions = ReturnType<typeof createSessions>;
