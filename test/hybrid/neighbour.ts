import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { isRecord, listAt } from '@cnv-ai/engine/kubernetes';
import type { Cluster } from '../../development/cluster';
import { neighbourProgram } from '../neighbour';
import { freePort, startProgram, untilReady } from '../program';

const PATIENCE = 60_000;

/** The cluster of a kubeconfig, and nobody: what a caller sends is all there is. */
const withoutIdentity = (kubeconfig: string): string => {
  const parsed: unknown = parse(kubeconfig);
  const users = listAt(parsed, 'users')
    .filter(isRecord)
    .map((user) => ({ ...user, user: {} }));
  return stringify({ ...(isRecord(parsed) ? parsed : {}), users });
};

export type RunningNeighbour = {
  readonly url: string;
  readonly pid: number | undefined;
  readonly close: () => Promise<void>;
};

/**
 * The real kubernetes-mcp-server over HTTP, as Lightspeed would run it: no rights of its own, and
 * every call made with the caller's token. Rejects when npm cannot provide it.
 */
export const startNeighbour = async (
  cluster: Pick<Cluster, 'kubeconfig'>,
  options: readonly string[] = ['--toolsets', 'core,kubevirt'],
): Promise<RunningNeighbour> => {
  const command = neighbourProgram();
  const folder = mkdtempSync(join(tmpdir(), 'cnv-ai-neighbour-'));
  const kubeconfig = join(folder, 'config');
  writeFileSync(kubeconfig, withoutIdentity(cluster.kubeconfig('admin', { secure: true })), {
    mode: 0o600,
  });
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const program = startProgram(command, [
    ...['--kubeconfig', kubeconfig, '--port', port, '--bind-address', '127.0.0.1', '--stateless'],
    ...['--log-file', join(folder, 'log'), ...options],
  ]);
  const close = async (): Promise<void> => {
    await program.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(program, async () => (await fetch(`${url}/healthz`)).ok, PATIENCE);
  } catch (error) {
    await close();
    throw error;
  }
  return { url: `${url}/mcp`, pid: program.pid, close };
};
