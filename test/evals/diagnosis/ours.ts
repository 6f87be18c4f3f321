import { at, listAt, textAt } from '@cnv-ai/engine/kubernetes';
import type { Cluster } from '../../../development/cluster';
import { startServer } from '../../../cnv-diagnostic/serve';
import type { Evidence } from '@cnv-ai/engine/diagnosis';

/** What diagnose_vm_error answered about one VM. */
export type Answer = {
  readonly verdict: string;
  readonly rootCauses: readonly string[];
  /** The proof of the first cause. */
  readonly evidence: readonly Pick<Evidence, 'source' | 'ref' | 'value'>[];
  readonly text: string;
  /** Everything that was sent. */
  readonly sent: string;
};

export type Ours = {
  readonly ask: (request: object) => Promise<Answer>;
  readonly close: () => Promise<void>;
};

const evidenceOf = (cause: unknown): Answer['evidence'] =>
  listAt(cause, 'evidence').map((entry) => ({
    source: textAt(entry, 'source') === 'absent' ? 'absent' : 'object',
    ref: {
      apiVersion: '',
      kind: textAt(entry, 'ref', 'kind') ?? '',
      name: textAt(entry, 'ref', 'name') ?? '',
    },
    value: textAt(entry, 'value') ?? '',
  }));

/** The sidecar in front of a cluster, asked over HTTP as an administrator. */
export const startOurs = async (cluster: Cluster, now: number): Promise<Ours> => {
  const token = cluster.users.find(({ name }) => name === 'admin')?.token ?? '';
  const server = await startServer({
    port: 0,
    host: '127.0.0.1',
    clusterUrl: cluster.url,
    clock: () => now,
  });
  return {
    ask: async (request) => {
      const response = await fetch(`${server.url}/mcp`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({
          jsonrpc: '2.0',
          id: 1,
          method: 'tools/call',
          params: { name: 'diagnose_vm_error', arguments: request },
        }),
      });
      const sent = await response.text();
      const result = at(JSON.parse(sent), 'result');
      const causes = listAt(result, 'structuredContent', 'rootCauses');
      return {
        verdict: textAt(result, 'structuredContent', 'verdict') ?? 'no answer',
        rootCauses: causes.map((cause) => textAt(cause, 'id') ?? ''),
        evidence: evidenceOf(causes[0]),
        text: textAt(result, 'content', 0, 'text') ?? '',
        sent,
      };
    },
    close: () => server.close(),
  };
};
