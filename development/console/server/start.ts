import { createServer, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { refuse } from './answers';
import type { ConsoleHandle, ConsoleOptions } from './options';
import { proxyUpgrade } from './proxy';
import { route, targetOf, type Host } from './routes';
import { createSessions } from './sessions';

const LOOPBACK = '127.0.0.1';
const OWN_NAMES = new Set([LOOPBACK, 'localhost', '[::1]']);

/** The error of a listening server, in one sentence when its port is taken. */
export const portTaken = (error: Error, port: number): Error =>
  'code' in error && error.code === 'EADDRINUSE'
    ? new Error(`Port ${port} is taken: stop what uses it or choose another with --port.`)
    : error;

/**
 * A page of another site must not reach this server: the host has to be a name of this machine,
 * and the origin, which browsers send with everything that matters, the host itself.
 */
const isOwn = ({ headers }: IncomingMessage): boolean => {
  const host = headers.host ?? '';
  const own = OWN_NAMES.has(host.replace(/:\d+$/, ''));
  return own && (headers.origin === undefined || headers.origin === `http://${host}`);
};

const urlOf = (request: IncomingMessage): URL => new URL(request.url ?? '/', `http://${LOOPBACK}`);

const upgrade = (
  { options, sessions }: Host,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): void => {
  const session = isOwn(request) ? sessions.of(request) : undefined;
  const target = session && targetOf(options, urlOf(request), session);
  if (target) proxyUpgrade(request, socket, head, target);
  else socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
};

/**
 * Starts the server of the development console on loopback. Rejects with one sentence when the
 * port is taken.
 */
export const startConsole = async (options: ConsoleOptions): Promise<ConsoleHandle> => {
  let settings = options.settings ?? { ai: true, enabled: true };
  const host: Host = { options, sessions: createSessions(), settings: () => settings };
  const sockets = new Set<Duplex>();
  const server = createServer((request, response) => {
    if (!isOwn(request)) {
      refuse(response, 403, 'Only pages of this console may ask: open it by its own address.');
      return;
    }
    route(host, request, response, urlOf(request)).catch(() => {
      if (!response.headersSent)
        refuse(response, 400, 'The request could not be read: look at its address.');
    });
  });
  server.on('upgrade', (request, socket, head) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    upgrade(host, request, socket, head);
  });
  const wanted = options.port ?? 9000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(portTaken(error, wanted)));
    server.listen(wanted, LOOPBACK, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : wanted;
  return {
    url: `http://${LOOPBACK}:${port}`,
    port,
    setSettings: (next) => {
      settings = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        for (const socket of sockets) socket.destroy();
      }),
  };
};
