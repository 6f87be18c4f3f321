import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { isRecord, listAt } from '@cnv-ai/engine/kubernetes';
import { parse } from 'yaml';
import type { Cluster } from '../../development/cluster';
import { npmTools } from '../npm-tools';
import { freePort, startProgram, untilReady } from '../program';

export const NEIGHBOUR = 'kubernetes-mcp-server';
const VERSION = '0.0.67';
const PATIENCE = 60_000;

const ARCHITECTURES: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };

/** The Go program itself: the script in front of it would only pass signals on. */
const programOf = (modules: string): string => {
  const system = `${process.platform}-${ARCHITECTURES[process.arch] ?? process.arch}`;
  const name = `${NEIGHBOUR}-${system}`;
  return createRequire(join(modules, 'anything.js')).resolve(`${name}/bin/${name}`);
};

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
  const modules = npmTools([`${NEIGHBOUR}@${VERSION}`]);
  if (modules === undefined) throw new Error(`npm could not provide ${NEIGHBOUR}; see above.`);
  const folder = mkdtempSync(join(tmpdir(), 'cnv-ai-neighbour-'));
  const kubeconfig = join(folder, 'config');
  writeFileSync(kubeconfig, withoutIdentity(cluster.kubeconfig('admin', { secure: true })), {
    mode: 0o600,
  });
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const program = startProgram(programOf(modules), [
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
