import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { textAt } from '@cnv-ai/engine/kubernetes';
import { neighbourProgram } from '../neighbour';
import { peakOf, timed, type Figures } from './figures';

const PATIENCE = 120_000;

const programOrNone = (): string | undefined => {
  try {
    return neighbourProgram();
  } catch {
    return undefined;
  }
};

/**
 * `resources_list` of the real kubernetes-mcp-server: every machine as text, for a model to search
 * in. `undefined` when npm cannot provide it.
 */
export const measureNeighbour = async (
  kubeconfig: string,
  rounds: number,
): Promise<Figures | undefined> => {
  const command = programOrNone();
  if (command === undefined) return undefined;
  const client = new Client({ name: 'bench-search', version: '1' });
  const transport = new StdioClientTransport({
    command,
    args: ['--kubeconfig', kubeconfig, '--toolsets', 'core', '--read-only'],
    stderr: 'ignore',
  });
  await client.connect(transport, { timeout: PATIENCE });
  const machines = { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine' };
  try {
    const figures = await timed(rounds, async () => {
      const { content } = await client.callTool(
        { name: 'resources_list', arguments: machines },
        undefined,
        { timeout: PATIENCE },
      );
      return textAt(content, 0, 'text') ?? '';
    });
    return { ...figures, peak: peakOf(transport.pid) };
  } finally {
    await client.close();
  }
};
