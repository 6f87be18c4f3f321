import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { textAt } from '@cnv-ai/engine/kubernetes';
import { gate } from '../../../cnv-diagnostic/kubernetes/gate';
import type { Cluster } from '../../../development/cluster';
import { neighbourProgram } from '../../neighbour';

const PATIENCE = 120_000;
/** Its client of the API server waits after ten requests until five a second are kept. */
const AT_ONCE = 6;

export type Neighbour = {
  readonly ask: (namespace: string, name: string) => Promise<string>;
  readonly close: () => Promise<void>;
};

/**
 * `vm_troubleshoot` of the real kubernetes-mcp-server on the same cluster, with the same rights,
 * over HTTPS because it sends tokens over nothing else. Rejects when npm cannot provide it.
 */
const startNeighbour = async (cluster: Cluster): Promise<Neighbour> => {
  const command = neighbourProgram();
  const folder = await mkdtemp(join(tmpdir(), 'eval-diagnosis-'));
  const kubeconfig = join(folder, 'config');
  await writeFile(kubeconfig, cluster.kubeconfig('admin', { secure: true }), { mode: 0o600 });
  const client = new Client({ name: 'eval-diagnosis', version: '1' });
  const close = async (): Promise<void> => {
    await client.close();
    await rm(folder, { recursive: true, force: true });
  };
  const options = ['--kubeconfig', kubeconfig, '--toolsets', 'kubevirt', '--read-only'];
  try {
    await client.connect(
      new StdioClientTransport({
        command,
        args: [...options, '--log-file', join(folder, 'log')],
        stderr: 'ignore',
      }),
      { timeout: PATIENCE },
    );
  } catch (error) {
    await close();
    throw error;
  }
  return {
    ask: async (namespace, name) => {
      const { content } = await client.callTool({
        name: 'vm_troubleshoot',
        arguments: { namespace, name },
      });
      return textAt(content, 0, 'text') ?? '';
    },
    close,
  };
};

/** Several such programs: one more starts where a question finds none that is free. */
export const startNeighbours = async (cluster: Cluster): Promise<Neighbour> => {
  const all = [await startNeighbour(cluster)];
  const free = [...all];
  const more = async (): Promise<Neighbour> => {
    const one = await startNeighbour(cluster);
    all.push(one);
    return one;
  };
  const admit = gate(AT_ONCE);
  return {
    ask: (namespace, name) =>
      admit(async () => {
        const one = free.pop() ?? (await more());
        try {
          return await one.ask(namespace, name);
        } finally {
          free.push(one);
        }
      }),
    close: async () => {
      await Promise.all(all.map(({ close }) => close()));
    },
  };
};
