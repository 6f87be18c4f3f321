import { spawn, spawnSync } from 'node:child_process';
import { connect } from 'node:net';
import { until } from '../../cnv-diagnostic/testing/poll';

const PROGRAMS = ['valkey-server', 'redis-server'];

/** The server that is installed, Valkey before Redis. */
export const redisProgram = (): string | undefined =>
  PROGRAMS.find((program) => spawnSync(program, ['--version']).status === 0);

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

export type RedisTls = { readonly certFile: string; readonly keyFile: string };

/** How clients reach it: over TLS alone where there is a certificate. */
const doorOf = (port: number, tls: RedisTls | undefined): string[] =>
  tls === undefined
    ? ['--port', String(port)]
    : [
        ...['--port', '0', '--tls-port', String(port), '--tls-auth-clients', 'no'],
        ...['--tls-cert-file', tls.certFile, '--tls-key-file', tls.keyFile],
      ];

/** A real server on loopback that keeps nothing on disk. */
export const startRedis = async (port: number, password: string, tls?: RedisTls) => {
  const program = redisProgram();
  if (program === undefined) throw new Error(`None of ${PROGRAMS.join(', ')} is installed.`);
  const child = spawn(
    program,
    [...doorOf(port, tls), '--bind', '127.0.0.1', '--save', '', '--requirepass', password],
    { stdio: 'ignore' },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await until(() => answers(port));
  return {
    stop: async (): Promise<void> => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};
