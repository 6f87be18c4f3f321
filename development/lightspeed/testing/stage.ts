import { startLightspeed, type Lightspeed, type LightspeedOptions } from '..';
import { recordAt, textAt } from '@cnv-ai/engine/kubernetes';
import type { Listening } from './listen';
import { startCluster } from './scripted-cluster';
import { startMcp, type Script, type ScriptedMcp } from './scripted-mcp';

export type Answer = { status: number; body: unknown; type: string | null };

export type StreamedEvent = {
  event: string;
  data: Readonly<Record<string, unknown>>;
  line: string;
};

export type Stage = {
  lightspeed: Lightspeed;
  /** The scripted MCP servers by name, in the order they are configured. */
  servers: Readonly<Record<string, ScriptedMcp>>;
  call: (method: string, path: string, body?: unknown, user?: string | null) => Promise<Answer>;
  open: (body: unknown, signal?: AbortSignal) => Promise<Response>;
  close: () => Promise<void>;
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
};

/** The events of a stream, one after the other as they arrive. */
export const eventsOf = async function* (response: Response): AsyncGenerator<StreamedEvent> {
  const decoder = new TextDecoder();
  let buffer = '';
  for await (const chunk of response.body ?? []) {
    buffer += decoder.decode(chunk, { stream: true });
    const lines = buffer.split('\n\n');
    buffer = lines.pop() ?? '';
    for (const line of lines) {
      const parsed = parse(line.replace(/^data: /, ''));
      yield { event: textAt(parsed, 'event') ?? '', data: recordAt(parsed, 'data'), line };
    }
  }
};

export const collect = async (response: Response): Promise<StreamedEvent[]> => {
  const events: StreamedEvent[] = [];
  for await (const event of eventsOf(response)) events.push(event);
  return events;
};

export const names = (events: readonly StreamedEvent[]): string[] => {
  const all = events.map(({ event }) => event);
  return all.filter((name, index) => name !== 'token' || all[index - 1] !== 'token');
};

export const said = (events: readonly StreamedEvent[]): string =>
  events.map(({ data }) => textAt(data, 'token') ?? '').join('');

/** A whole Lightspeed with scripted neighbours; `alice` and `bob` are its users. */
export const startStage = async (
  scripts: Readonly<Record<string, Script>> = {},
  options: Partial<LightspeedOptions> = {},
): Promise<Stage> => {
  const cluster = await startCluster(['alice', 'bob']);
  const servers: Record<string, ScriptedMcp> = {};
  for (const [name, script] of Object.entries(scripts)) servers[name] = await startMcp(script);
  const lightspeed = await startLightspeed({
    clusterUrl: cluster.url,
    mcpServers: Object.entries(servers).map(([name, { url }]) => ({ name, url })),
    tokenDelayMs: 0,
    ...options,
  });
  const headers = (user: string | null): Record<string, string> => ({
    'content-type': 'application/json',
    ...(user !== null && { authorization: `Bearer ${user}-token` }),
  });
  return {
    lightspeed,
    servers,
    call: async (method, path, body, user = 'alice') => {
      const sent = typeof body === 'string' ? body : JSON.stringify(body);
      const init = { method, headers: headers(user), ...(body !== undefined && { body: sent }) };
      const response = await fetch(`${lightspeed.url}${path}`, init);
      const type = response.headers.get('content-type');
      return { status: response.status, body: parse(await response.text()), type };
    },
    open: (body, signal) =>
      fetch(`${lightspeed.url}/v1/streaming_query`, {
        method: 'POST',
        headers: headers('alice'),
        body: JSON.stringify(body),
        ...(signal && { signal }),
      }),
    close: async () => {
      const all: Listening[] = [lightspeed, cluster, ...Object.values(servers)];
      await Promise.all(all.map(({ close }) => close()));
    },
  };
};
