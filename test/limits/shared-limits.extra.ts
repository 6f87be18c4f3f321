import { createServer } from 'node:net';
import { numberAt } from '@cnv-ai/engine/kubernetes';
import { startServer, type RunningServer } from '../../cnv-diagnostic/serve';
import { objects, startApi, users, type TestApi } from '../../cnv-diagnostic/testing/api-server';
import { until } from '../../cnv-diagnostic/testing/poll';
import { cleanup, post, toolCall } from '../../cnv-diagnostic/testing/serving';
import { namespace, virtualMachine } from '../../cnv-diagnostic/testing/vms';
import { startRedis } from './redis';

const PASSWORD = 'canary-password';
const done = cleanup();
afterEach(done.run);

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const port = numberAt(probe.address(), 'port') ?? 0;
      probe.close(() => resolve(port));
    });
  });

const explainWeb = toolCall('explain_vm_status', { namespace: 'shop', vmName: 'web' });
const statusOf = async (server: RunningServer, token: string): Promise<number> =>
  (await post(server, explainWeb, { token })).status;

const metricsOf = async ({ url }: RunningServer): Promise<string> =>
  (await fetch(`${url}/metrics`)).text();

/** Replicas before one API server, at a time that stands still so that no minute ends. */
const replicas = async (api: TestApi, port: number, lines: string[]): Promise<RunningServer[]> => {
  const config = {
    port: 0,
    host: '127.0.0.1',
    clusterUrl: api.url,
    limits: { perMinute: 4 },
    redis: { url: `redis://:${PASSWORD}@127.0.0.1:${port}` },
    logLevel: 'info',
    logStream: { write: (line: string) => void lines.push(line) },
    clock: () => Date.parse('2026-11-20T14:30:00Z'),
  } as const;
  const servers = await Promise.all([startServer(config), startServer(config)]);
  servers.forEach((server) => done.add(() => server.close()));
  return servers;
};

it('two replicas count together, each alone while Redis is gone, and together when it is back', async () => {
  const api = await startApi(
    users({ a: 'alice', b: 'bob', c: 'carol' }),
    objects([namespace('shop'), virtualMachine('shop', 'web')]),
  );
  done.add(api.close);
  const port = await freePort();
  const lines: string[] = [];
  let redis = await startRedis(port, PASSWORD);
  done.add(() => redis.stop());
  const [one, two] = await replicas(api, port, lines);
  if (one === undefined || two === undefined) throw new Error('Two were started.');

  for (const server of [one, two]) {
    await until(async () => {
      await statusOf(server, 'c');
      return (await metricsOf(server)).includes('cnv_diagnostic_shared_limits_available 1');
    });
  }
  const statuses = [];
  for (const server of [one, two, one, two, one, two]) statuses.push(await statusOf(server, 'a'));
  expect(statuses).toEqual([200, 200, 200, 200, 429, 429]);

  await redis.stop();
  expect(await statusOf(one, 'b')).toBe(200);
  expect(await metricsOf(one)).toContain('cnv_diagnostic_shared_limits_available 0');
  expect(lines.some((line) => line.includes('shared limits cannot be read'))).toBe(true);

  redis = await startRedis(port, PASSWORD);
  await until(async () => {
    await statusOf(one, 'b');
    return (await metricsOf(one)).includes('cnv_diagnostic_shared_limits_available 1');
  }, 10_000);
  expect([...lines, await metricsOf(one)].filter((text) => text.includes(PASSWORD))).toEqual([]);
});
