import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { RunningServer } from '../../cnv-diagnostic/serve';
import { objects, users } from '../../cnv-diagnostic/testing/api-server';
import { cleanup, post, rpc, serveBefore } from '../../cnv-diagnostic/testing/serving';
import { namespace } from '../../cnv-diagnostic/testing/vms';

const done = cleanup();
afterEach(done.run);
jest.setTimeout(90_000);

const CLIENTS = 200;

/** Sends a beginning, then one byte a second; answers after how many milliseconds it was cut off. */
const dribble = async ({ port }: RunningServer, beginning: string): Promise<number> => {
  const started = performance.now();
  const socket: Socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.resume();
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.write(beginning);
  const drip = setInterval(() => socket.write('a'), 1000);
  await closed;
  clearInterval(drip);
  return performance.now() - started;
};

const HEAD = 'POST /mcp HTTP/1.1\r\nHost: localhost\r\n';

it.each<[string, string, number]>([
  ['headers', `${HEAD}X-Slow: `, 10_000],
  [
    'bodies',
    `${HEAD}Authorization: Bearer t\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`,
    27_000,
  ],
])(
  '%s that never end are cut off, and others are answered meanwhile',
  async (_, beginning, most) => {
    const { server } = await serveBefore(done, [
      users({ t: 'alice' }),
      objects([namespace('shop')]),
    ]);
    const slow = Promise.all(Array.from({ length: CLIENTS }, () => dribble(server, beginning)));
    await pause(1_000);
    const waits: number[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      const started = performance.now();
      expect((await post(server, rpc('tools/list'), { token: 't' })).status).toBe(200);
      waits.push(performance.now() - started);
      await pause(500);
    }
    expect(Math.min(...waits)).toBeLessThan(200);
    const times = await slow;
    // A second for the look the server takes at its connections, and one for a busy machine.
    expect(Math.max(...times)).toBeLessThan(most + 2_000);
  },
);
