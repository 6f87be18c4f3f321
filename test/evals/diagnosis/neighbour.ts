import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { textAt } from '@cnv-ai/engine/kubernetes';
import type { Cluster } from '../../../development/cluster';
import { neighbourProgram } from '../../neighbour';

const PATIENCE = 120_000;

export type Neighbour = {
  readonly ask: (namespace: string, name: string) => Promise<string>;
  readonly close: () => Promise<void>;
};

/**
 * `vm_troubleshoot` of the real kubernetes-mcp-server on the same cluster, with the same rights,
 * over HTTPS because it sends tokens over nothing else. Rejects when npm cannot provide it.
 */
export const startNeighbour = async (cluster: Cluster): Promise<Neighbour> => {
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
