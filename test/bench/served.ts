import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { textAt } from '@cnv-ai/engine/kubernetes';

const CLUSTER = fileURLToPath(new URL('cluster.ts', import.meta.url));

const firstLine = ({ stdout }: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    if (stdout === null) return;
    const lines = createInterface(stdout);
    lines.once('line', resolve);
    lines.once('close', () => reject(new Error('The cluster did not start.')));
  });

/** Paths of kubeconfigs: an administrator's over TLS, the sidecar's own over HTTP. */
export type Kubeconfigs = { readonly admin: string; readonly sidecar: string };

/**
 * A cluster of so many machines that are well, and so many that fail, in a process of its own, for
 * as long as `work` takes.
 */
export const withCluster = async <T>(
  size: number,
  work: (files: Kubeconfigs) => Promise<T>,
  latencyMs = 0,
  failing = 0,
): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-search-'));
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', CLUSTER, ...[size, latencyMs, failing].map(String)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  try {
    const told: unknown = JSON.parse(await firstLine(child));
    const file = async (name: keyof Kubeconfigs): Promise<string> => {
      const path = join(folder, name);
      await writeFile(path, textAt(told, name) ?? '', { mode: 0o600 });
      return path;
    };
    return await work({ admin: await file('admin'), sidecar: await file('sidecar') });
  } finally {
    child.kill();
    await rm(folder, { recursive: true, force: true });
  }
};
