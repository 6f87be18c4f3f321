import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { textAt } from '@cnv-ai/engine/kubernetes';
import { peakOf, timed, type Figures } from './figures';

/** The version its figures are for; npx fetches it, 75 MB, the first time. */
const PACKAGE = 'kubernetes-mcp-server@0.0.67';
const PATIENCE = 120_000;

/**
 * `resources_list` of the real kubernetes-mcp-server: every machine as text, for a model to search
 * in. `undefined` when npm cannot provide it.
 */
export const measureNeighbour = async (
  kubeconfig: string,
  rounds: number,
): Promise<Figures | undefined> => {
  const client = new Client({ name: 'bench-search', version: '1' });
  const transport = new StdioClientTransport({
    command: 'npx',
    args: ['--yes', PACKAGE, '--kubeconfig', kubeconfig, '--toolsets', 'core', '--read-only'],
    stderr: 'ignore',
  });
  try {
    await client.connect(transport, { timeout: PATIENCE });
  } catch {
    await client.close();
    return undefined;
  }
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
