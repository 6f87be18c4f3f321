import type { IncomingMessage, ServerResponse } from 'node:http';
import { textAt } from '@cnv-ai/engine/kubernetes';
import { readJson, refuse, sendJson } from './answers';
import { sendFile } from './files';
import type { ConsoleOptions, Settings } from './options';
import { proxyHttp, type Target } from './proxy';
import { csrfMatches, type Session, type Sessions } from './sessions';

const PLUGIN = 'cnv-ai-plugin';

/** The console's own policy, enforced: a page that works here breaks no rule there. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "frame-src 'none'",
  "object-src 'none'",
].join('; ');

/** What every request handler knows. */
export type Host = { options: ConsoleOptions; sessions: Sessions; settings: () => Settings };

type Proxied = { prefix: string; base: string | undefined; name: string };

const proxied = ({ clusterUrl, lightspeedUrl, sidecarUrl }: ConsoleOptions): readonly Proxied[] => [
  { prefix: '/api/kubernetes', base: clusterUrl, name: 'The cluster' },
  {
    prefix: '/api/proxy/plugin/lightspeed-console-plugin/ols',
    base: lightspeedUrl,
    name: 'Lightspeed',
  },
  { prefix: `/api/proxy/plugin/${PLUGIN}/diagnostic`, base: sidecarUrl, name: 'The sidecar' },
];

/** The proxy entry of a path and the path beyond it. */
const proxyOf = (options: ConsoleOptions, path: string) => {
  const entry = proxied(options).find(({ prefix }) => path.startsWith(`${prefix}/`));
  return entry && { ...entry, rest: path.slice(entry.prefix.length) };
};

/** The target of a proxied address; `undefined` when no part is installed there. */
export const targetOf = (
  options: ConsoleOptions,
  url: URL,
  session: Session,
): Target | undefined => {
  const entry = proxyOf(options, url.pathname);
  if (entry?.base === undefined) return undefined;
  const target = new URL(entry.base.replace(/\/$/, '') + entry.rest + url.search);
  target.searchParams.delete('x-csrf-token');
  return { url: target, token: session.user.token, name: entry.name };
};

const proxy = (
  { options, sessions }: Host,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): void => {
  const session = sessions.of(request);
  if (!session) {
    refuse(response, 401, 'Nobody is logged in: choose a user on the login page.');
    return;
  }
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (!reads && !csrfMatches(request, session)) {
    refuse(
      response,
      403,
      'The X-CSRFToken header is missing or wrong: send the csrf-token cookie.',
    );
    return;
  }
  const target = targetOf(options, url, session);
  if (target) proxyHttp(request, response, target);
  else refuse(response, 404, `Nothing is installed at ${url.pathname}.`);
};

const sendSession = (
  { options, sessions }: Host,
  request: IncomingMessage,
  response: ServerResponse,
): void => {
  const session = sessions.of(request);
  sendJson(response, 200, {
    user: session && { name: session.user.name, displayName: session.user.displayName },
    users: options.users.map(({ name, displayName, description }) => ({
      name,
      displayName,
      description,
    })),
    plugins: options.plugins.map(({ name }) => name),
    lightspeed: options.lightspeedUrl !== undefined,
    virtualization: options.virtualization ?? true,
  });
};

const login = async (
  { options, sessions }: Host,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const name = textAt(await readJson(request), 'user');
  const user = options.users.find((entry) => entry.name === name);
  if (!user) {
    refuse(response, 403, 'There is no such development user: choose one of the login page.');
    return;
  }
  sendJson(response, 200, { name: user.name }, { 'Set-Cookie': sessions.open(user) });
};

const sendLocale = async ({ options }: Host, response: ServerResponse, url: URL): Promise<void> => {
  const language = url.searchParams.get('lng') ?? '';
  const namespace = url.searchParams.get('ns') ?? '';
  const plugin = options.plugins.find(({ name }) => namespace === `plugin__${name}`);
  if (plugin) await sendFile(response, plugin.directory, `locales/${language}/${namespace}.json`);
  else refuse(response, 404, `No plugin has texts of the namespace ${namespace}.`);
};

const sendPluginFile = async (
  { options, settings }: Host,
  response: ServerResponse,
  path: string,
): Promise<void> => {
  const [, name = '', file = ''] = /^\/api\/plugins\/([^/]+)\/(.+)$/.exec(path) ?? [];
  const plugin = options.plugins.find((entry) => entry.name === name);
  if (!plugin) refuse(response, 404, `There is no plugin ${name} here.`);
  else if (name === PLUGIN && file === 'settings.json') {
    sendJson(response, 200, settings(), { 'Cache-Control': 'no-cache' });
  } else await sendFile(response, plugin.directory, file);
};

/** Answers one request. */
export const route = async (
  host: Host,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> => {
  const path = decodeURIComponent(url.pathname);
  const { options, sessions } = host;
  if (proxyOf(options, url.pathname)) proxy(host, request, response, url);
  else if (path === '/api/console/session') sendSession(host, request, response);
  else if (path === '/api/console/login' && request.method === 'POST')
    await login(host, request, response);
  else if (path === '/api/console/logout' && request.method === 'POST') {
    sendJson(response, 200, {}, { 'Set-Cookie': sessions.end(request) });
  } else if (path.startsWith('/api/plugins/')) await sendPluginFile(host, response, path);
  else if (path === '/locales/resource.json') await sendLocale(host, response, url);
  else if (path.startsWith('/static/'))
    await sendFile(response, options.hostDirectory, path.slice('/static/'.length));
  else if (path.startsWith('/api/')) refuse(response, 404, `Nothing is installed at ${path}.`);
  else {
    await sendFile(response, options.hostDirectory, 'index.html', {
      'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    });
  }
};
