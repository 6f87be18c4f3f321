import type { ServeConfig } from '../serve';
import { wholeNumber, type Options, type OptionSpecs } from './options';

/** How often tools may be called, and where that is counted. */
export const LIMITS: OptionSpecs = {
  'rate-limit': {
    type: 'string',
    value: 'N',
    env: 'RATE_LIMIT',
    help: 'tool calls of one user within a minute (600; 0: no limit)',
  },
  'concurrency-limit': {
    type: 'string',
    value: 'N',
    env: 'CONCURRENCY_LIMIT',
    help: 'tool calls of one user at the same time (50; 0: no limit)',
  },
  'daily-quota': {
    type: 'string',
    value: 'N',
    env: 'DAILY_QUOTA',
    help: 'tool calls of all users on one day, UTC (0: no limit)',
  },
  'redis-url': {
    type: 'string',
    value: 'URL',
    env: 'REDIS_URL',
    help: 'Redis or Valkey where replicas share these counts; without it each counts for itself',
  },
  'redis-ca-file': {
    type: 'string',
    value: 'FILE',
    env: 'REDIS_CA_FILE',
    help: 'certificate authority of a rediss:// server, PEM',
  },
};

/** Of calls to tools by one user: more than a person, a chat and a few open pages ever make. */
const CALLS_PER_MINUTE = 600;
const CALLS_AT_ONCE = 50;
const MOST_CALLS = 1_000_000;

/** 0: no such limit. */
const limitOf = (name: string, text: string | undefined, usual: number): number | undefined =>
  (wholeNumber(name, text, [0, MOST_CALLS]) ?? usual) || undefined;

export const limitsOf = (options: Options): ServeConfig['limits'] => ({
  perMinute: limitOf('RATE_LIMIT', options.text('rate-limit'), CALLS_PER_MINUTE),
  atOnce: limitOf('CONCURRENCY_LIMIT', options.text('concurrency-limit'), CALLS_AT_ONCE),
  perDay: limitOf('DAILY_QUOTA', options.text('daily-quota'), 0),
});

export const redisOf = (options: Options): ServeConfig['redis'] => {
  const url = options.text('redis-url');
  return url === undefined ? undefined : { url, caFile: options.text('redis-ca-file') };
};
