import { listAt, recordAt, textAt } from '@cnv-ai/engine/kubernetes';
import { startServer } from '../../cnv-diagnostic/serve';
import { fleet, startCluster, type Cluster } from '../../development/cluster';
import { startLightspeed, type LightspeedOptions } from '../../development/lightspeed';
import { eventsOf } from '../../development/lightspeed/testing/stage';
import { loadScenarios, type Scenario } from '../../development/scenarios/load';
import { NEIGHBOUR } from '../neighbour';
import { startNeighbour } from './neighbour';

export const SIDECAR = 'cnv-diagnostic';

/** Which MCP servers Lightspeed knows. */
export type Servers = 'none' | 'neighbour' | 'both';

export type ToolUse = {
  readonly server: string;
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly status: string;
  readonly content: string;
};

/** What came of one question. */
export type Exchange = {
  readonly answer: string;
  readonly tools: readonly ToolUse[];
  /** Names of tools somebody had to approve. */
  readonly approvals: readonly string[];
  readonly tokens: number;
  readonly seconds: number;
  readonly error?: string;
};

export type Asking = {
  readonly user?: string;
  /** Whether what needs an approval gets one. */
  readonly approve?: boolean;
};

export type Hub = {
  readonly cluster: Cluster;
  readonly scenarios: readonly Scenario[];
  /** The MCP servers Lightspeed knows. */
  readonly servers: readonly { readonly name: string; readonly url: string }[];
  readonly ask: (question: string, asking?: Asking) => Promise<Exchange>;
  readonly close: () => Promise<void>;
};

const headersOf = (cluster: Cluster, user: string): Record<string, string> => ({
  'content-type': 'application/json',
  authorization: `Bearer ${cluster.users.find(({ name }) => name === user)?.token ?? ''}`,
});

const asking =
  (cluster: Cluster, url: string): Hub['ask'] =>
  async (question, { user = 'admin', approve = true } = {}) => {
    const headers = headersOf(cluster, user);
    const started = performance.now();
    const response = await fetch(`${url}/v1/streaming_query`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query: question, media_type: 'application/json' }),
    });
    const args = new Map<string, Readonly<Record<string, unknown>>>();
    const tools: ToolUse[] = [];
    const approvals: string[] = [];
    let [answer, tokens] = ['', 0];
    let error: string | undefined;
    for await (const { event, data } of eventsOf(response)) {
      if (event === 'token') answer += textAt(data, 'token') ?? '';
      if (event === 'tool_call') args.set(textAt(data, 'id') ?? '', recordAt(data, 'args'));
      if (event === 'error') error = textAt(data, 'cause') ?? 'unknown';
      if (event === 'end') tokens = Number(data.input_tokens) + Number(data.output_tokens);
      if (event === 'tool_result') {
        tools.push({
          server: textAt(data, 'server_name') ?? '',
          name: textAt(data, 'name') ?? '',
          args: args.get(textAt(data, 'id') ?? '') ?? {},
          status: textAt(data, 'status') ?? '',
          content: textAt(data, 'content') ?? '',
        });
      }
      if (event === 'approval_required') {
        approvals.push(textAt(data, 'tool_name') ?? '');
        await fetch(`${url}/v1/tool-approvals/decision`, {
          method: 'POST',
          headers,
          body: JSON.stringify({ approval_id: data.approval_id, approved: approve }),
        });
      }
    }
    const seconds = (performance.now() - started) / 1000;
    return { answer, tools, approvals, tokens, seconds, ...(error === undefined ? {} : { error }) };
  };

/**
 * A cluster with a healthy fleet and every scenario, and a Lightspeed before it that knows the
 * sidecar, the real kubernetes-mcp-server, or both.
 */
export const startHub = async (
  servers: Servers,
  options: Partial<LightspeedOptions> = {},
): Promise<Hub> => {
  const now = Date.now();
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const end of closers.splice(0).reverse()) await end();
  };
  const opened = <T extends { close: () => Promise<void> }>(part: T): T => {
    closers.push(() => part.close());
    return part;
  };
  try {
    const scenarios = loadScenarios(now).filter(({ alone }) => !alone);
    const cluster = opened(
      await startCluster({
        objects: [...fleet(now), ...scenarios.flatMap(({ objects }) => objects)],
        logs: Object.fromEntries(scenarios.flatMap(({ logs }) => Object.entries(logs))),
        controllerDelayMs: 50,
      }),
    );
    const mcpServers: { name: string; url: string }[] = [];
    if (servers !== 'none') {
      mcpServers.push({ name: NEIGHBOUR, url: opened(await startNeighbour(cluster)).url });
    }
    if (servers === 'both') {
      const sidecar = { port: 0, host: '127.0.0.1', clusterUrl: cluster.url };
      mcpServers.push({ name: SIDECAR, url: `${opened(await startServer(sidecar)).url}/mcp` });
    }
    const lightspeed = opened(
      await startLightspeed({ clusterUrl: cluster.url, mcpServers, tokenDelayMs: 0, ...options }),
    );
    return { cluster, scenarios, servers: mcpServers, ask: asking(cluster, lightspeed.url), close };
  } catch (error) {
    await close();
    throw error;
  }
};

/** Names in an MCP server's tools/list, asked with a user's token. */
export const toolNames = async (url: string, token: string): Promise<string[]> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      authorization: `Bearer ${token}`,
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} }),
  });
  const text = (await response.text()).replace(/^event:.*\ndata: /, '');
  return listAt(JSON.parse(text), 'result', 'tools').map((tool) => textAt(tool, 'name') ?? '');
};
