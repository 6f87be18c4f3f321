import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { isRecord } from '@cnv-ai/engine/kubernetes';

/** A port of loopback that nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(isRecord(address) ? Number(address.port) : 0));
    });
  });

const KEPT_OUTPUT = 4_000;

/** A program that runs until it is stopped. */
export type Program = {
  readonly pid: number | undefined;
  /** The end of what it has written to standard error. */
  readonly errors: () => string;
  readonly hasEnded: () => boolean;
  /** Asks it to end and waits until it has. */
  readonly stop: () => Promise<void>;
};

/** Starts a program. It never outlives this process. */
export const startProgram = (
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Program => {
  const child = spawn(command, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors = `${errors}${chunk.toString()}`.slice(-KEPT_OUTPUT);
  });
  let over = false;
  const ended = new Promise<void>((resolve) => {
    const end = (): void => {
      over = true;
      resolve();
    };
    child.once('close', end);
    child.once('error', end);
  });
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  return {
    pid: child.pid,
    errors: () => errors,
    hasEnded: () => over,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      process.removeListener('exit', kill);
    },
  };
};

/** Waits until a program is as wanted; says what it wrote when it ends or is too slow. */
export const untilReady = async (
  program: Program,
  isReady: () => Promise<boolean>,
  patience: number,
): Promise<void> => {
  const end = Date.now() + patience;
  while (Date.now() < end && !program.hasEnded()) {
    if (await isReady().catch(() => false)) return;
    await pause(100);
  }
  throw new Error(`A program did not become ready: ${program.errors()}`);
};
