import { destination, pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';
export const LOG_LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error', 'silent'];

/**
 * One JSON object a line. Only what a caller of this names is written: no headers, no bodies, no
 * error objects, so no token can be in it.
 */
export const createLog = (level: LogLevel, stream: DestinationStream = destination(1)): Logger =>
  pino(
    {
      level,
      base: undefined,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    stream,
  );

export type { DestinationStream, Logger };
