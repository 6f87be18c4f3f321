import { createServer as createHttp, type RequestListener, type Server } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { createServer as createTcp, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Certificate } from './certificate';

export type Upgrade = (incoming: IncomingMessage, socket: Duplex, head: Buffer) => void;
export type Listening = { readonly port: number; readonly close: () => Promise<void> };

/** The first byte of a TLS handshake; no HTTP request begins with it. */
const TLS_HANDSHAKE = 0x16;

/** Hands a connection to the server of its protocol once its first byte tells which that is. */
const dispatch = (socket: Socket, plain: Server, secure: Server): void => {
  socket.on('error', () => socket.destroy());
  socket.once('data', (chunk: Buffer) => {
    socket.pause();
    socket.unshift(chunk);
    (chunk[0] === TLS_HANDSHAKE ? secure : plain).emit('connection', socket);
    process.nextTick(() => socket.resume());
  });
};

/**
 * Serves HTTP and HTTPS on one loopback port. Clients built on client-go send a token over TLS
 * only; everything else here speaks plain HTTP.
 */
export const listen = async (
  port: number,
  certificate: Certificate,
  handle: RequestListener,
  upgrade: Upgrade,
): Promise<Listening> => {
  const plain = createHttp(handle);
  const secure = createHttps(certificate, handle);
  plain.on('upgrade', upgrade);
  secure.on('upgrade', upgrade);
  const sockets = new Set<Socket>();
  const tcp = createTcp((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    dispatch(socket, plain, secure);
  });
  const bound = await new Promise<number>((resolve, reject) => {
    tcp.once('error', reject);
    tcp.listen(port, '127.0.0.1', () => {
      const address = tcp.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
  return {
    port: bound,
    close: () =>
      new Promise((resolve) => {
        sockets.forEach((socket) => socket.destroy());
        tcp.close(() => resolve());
        plain.close();
        secure.close();
      }),
  };
};
