import { connect, type Socket } from 'node:net';
import { cleanup, post, rpc, serveBefore } from '../../cnv-diagnostic/testing/serving';
import { users } from '../../cnv-diagnostic/testing/api-server';

const done = cleanup();
afterEach(done.run);

const SOCKETS = 200;
const TOKEN = 'made-up-token';

/** Sends a beginning at once and then one byte a second; answers how long it was let. */
const slowly = (port: number, beginning: string, byte: string): Promise<number> =>
  new Promise((resolve) => {
    const started = Date.now();
    const socket: Socket = connect(port, '127.0.0.1', () => socket.write(beginning));
    const drip = setInterval(() => socket.write(byte), 1000);
    socket.on('error', () => undefined);
    socket.on('data', () => undefined);
    socket.once('close', () => {
      clearInterval(drip);
      resolve(Date.now() - started);
    });
    done.add(() => socket.destroy());
  });

const BODY = [
  'POST /mcp HTTP/1.1',
  'host: localhost',
  `authorization: Bearer ${TOKEN}`,
  'content-type: application/json',
  'content-length: 1000',
  '',
  '{"a":"',
].join('\r\n');

it.each([
  ['their headers', 'POST /mcp HTTP/1.1\r\nhost: localhost\r\nx-slow: ', 15_000],
  ['their body', BODY, 30_000],
])(
  'hundreds who send %s byte by byte are let go, and nobody waits for them',
  async (_, beginning, most) => {
    const { server } = await serveBefore(done, [users({ [TOKEN]: 'alice' })]);
    const slow = Array.from({ length: SOCKETS }, () => slowly(server.port, beginning, 'x'));
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const started = Date.now();
    expect((await post(server, rpc('tools/list'), { token: TOKEN })).status).toBe(200);
    expect(Date.now() - started).toBeLessThan(2000);
    expect(Math.max(...(await Promise.all(slow)))).toBeLessThan(most);
  },
);
