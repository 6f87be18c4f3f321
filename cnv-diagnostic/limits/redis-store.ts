import { readFileSync } from 'node:fs';
import { createClient } from '@redis/client';
import { SetupError } from '../kubernetes/cluster';
import type { CountStore } from './store';
import { indexOf, waitFor, weightOf } from './window';

export type RedisPlace = {
  /** `redis://` or `rediss://`, with user and password where the server asks for them. */
  readonly url: string;
  /** PEM file with the authority of a `rediss://` server; default: the system's. */
  readonly caFile?: string;
};

/** A call waits no longer than this for a count. */
const PATIENCE = 250;
const RETRY = 1_000;

/** Reads both counts and adds one when it fits, in one step for all replicas. */
const TAKE = `
local current = tonumber(redis.call('GET', KEYS[1]) or '0')
local previous = tonumber(redis.call('GET', KEYS[2]) or '0')
if current + previous * tonumber(ARGV[1]) < tonumber(ARGV[2]) then
  redis.call('INCR', KEYS[1])
  redis.call('PEXPIRE', KEYS[1], ARGV[3])
end
return { current, previous }`;

const authority = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new SetupError(
      `Cannot read ${file}, the certificate authority of Redis; check the path.`,
    );
  }
};

const isSecure = (url: string): boolean => {
  const protocol = URL.canParse(url) ? new URL(url).protocol : '';
  if (protocol !== 'redis:' && protocol !== 'rediss:') {
    // The URL itself may hold a password.
    throw new SetupError('REDIS_URL is no URL of Redis; give one such as rediss://HOST:6379.');
  }
  return protocol === 'rediss:';
};

const numbersOf = (reply: unknown): { current: number; previous: number } => {
  const [current, previous] = Array.isArray(reply) ? reply.map(Number) : [];
  if (current === undefined || previous === undefined) throw new Error('No counts.');
  return { current, previous };
};

/** Counts shared by all replicas. `take` rejects while the server does not answer. */
export const redisStore = ({ url, caFile }: RedisPlace): CountStore => {
  const secure = isSecure(url);
  const client = createClient({
    url,
    disableOfflineQueue: true,
    socket: {
      connectTimeout: 2_000,
      reconnectStrategy: RETRY,
      ...(secure ? { tls: true as const } : {}),
      ...(secure && caFile !== undefined ? { ca: authority(caFile) } : {}),
    },
  });
  // It connects again by itself; that a count failed is told where it was asked for.
  client.on('error', () => undefined);
  client.connect().catch(() => undefined);
  return {
    take: async (name, window, now) => {
      const index = indexOf(window, now);
      const keyOf = (at: number): string => `cnv-diagnostic:{${name}}:${at}`;
      const reply: unknown = await client
        .withAbortSignal(AbortSignal.timeout(PATIENCE))
        .eval(TAKE, {
          keys: [keyOf(index), keyOf(index - 1)],
          arguments: [
            String(weightOf(window, now)),
            String(window.limit),
            String(2 * window.length),
          ],
        });
      return waitFor(window, numbersOf(reply), now);
    },
    close: () => {
      client.destroy();
      return Promise.resolve();
    },
  };
};
