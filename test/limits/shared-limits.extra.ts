import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { numberAt } from '@cnv-ai/engine/kubernetes';
import { startServer, type RunningServer } from '../../cnv-diagnostic/serve';
import { objects, startApi, users, type TestApi } from '../../cnv-diagnostic/testing/api-server';
import type { Limits } from '../../cnv-diagnostic/limits/limiter';
import { redisStore, type RedisPlace } from '../../cnv-diagnostic/limits/redis-store';
import { selfSigned } from '../../cnv-diagnostic/testing/certificate';
import { temporaryFolder } from '../../cnv-diagnostic/testing/kubeconfig';
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
const replicas = async (
  api: TestApi,
  redis: RedisPlace,
  limits: Limits,
  lines: string[] = [],
): Promise<readonly [RunningServer, RunningServer]> => {
  const config = {
    port: 0,
    host: '127.0.0.1',
    clusterUrl: api.url,
    limits,
    redis,
    logLevel: 'info',
    logStream: { write: (line: string) => void lines.push(line) },
    clock: () => Date.parse('2026-11-20T14:30:00Z'),
  } as const;
  const [one, two] = await Promise.all([startServer(config), startServer(config)]);
  for (const server of [one, two]) {
    done.add(() => server.close());
    await until(async () => {
      await statusOf(server, 'c');
      return (await metricsOf(server)).includes('cnv_diagnostic_shared_limits_available 1');
    });
  }
  return [one, two];
};

const startCluster = async (): Promise<TestApi> => {
  const api = await startApi(
    users({ a: 'alice', b: 'bob', c: 'carol' }),
    objects([namespace('shop'), virtualMachine('shop', 'web')]),
  );
  done.add(api.close);
  return api;
};

it('two replicas count together, each alone while Redis is gone, and together when it is back', async () => {
  const api = await startCluster();
  const port = await freePort();
  const lines: string[] = [];
  let redis = await startRedis(port, PASSWORD);
  done.add(() => redis.stop());
  const place = { url: `redis://:${PASSWORD}@127.0.0.1:${port}` };
  const [one, two] = await replicas(api, place, { perMinute: 4 }, lines);
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

it('over TLS they share the quota of a day too, and trust no server but the one they are told to', async () => {
  const folder = temporaryFolder(done);
  const { cert, key } = selfSigned('127.0.0.1');
  const tls = { certFile: join(folder, 'tls.crt'), keyFile: join(folder, 'tls.key') };
  writeFileSync(tls.certFile, cert);
  writeFileSync(tls.keyFile, key);
  const port = await freePort();
  const redis = await startRedis(port, PASSWORD, tls);
  done.add(redis.stop);
  const url = `rediss://:${PASSWORD}@127.0.0.1:${port}`;
  const api = await startCluster();
  // Two calls of the day were needed to find the counts.
  const [one, two] = await replicas(api, { url, caFile: tls.certFile }, { perDay: 4 });
  const statuses = [];
  for (const [server, token] of [
    [one, 'a'],
    [two, 'b'],
    [one, 'b'],
    [two, 'a'],
  ] as const) {
    statuses.push(await statusOf(server, token));
  }
  expect(statuses).toEqual([200, 200, 429, 429]);

  const other = join(folder, 'other.crt');
  writeFileSync(other, selfSigned('127.0.0.1').cert);
  const stranger = redisStore({ url, caFile: other });
  done.add(stranger.close);
  const minute = { limit: 1, length: 60_000, kind: 'fixed' } as const;
  await expect(stranger.take('me', minute, 0)).rejects.toThrow();
});
