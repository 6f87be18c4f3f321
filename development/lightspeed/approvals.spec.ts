import { textAt } from '@cnv-ai/engine/kubernetes';
import type { LightspeedOptions } from './options';
import { text, type ScriptedTool } from './testing/scripted-mcp';
import { eventsOf, names, startStage, type Stage, type StreamedEvent } from './testing/stage';

const runs: string[] = [];
beforeEach(() => runs.splice(0));

const tool = (name: string, readOnlyHint?: boolean): ScriptedTool => ({
  name,
  description: `The ${name} of machines`,
  annotations: { title: 'T', ...(readOnlyHint !== undefined && { readOnlyHint }) },
  _meta: { note: 1 },
  run: () => {
    runs.push(name);
    return text('done');
  },
});

const tools = [tool('restart'), tool('inspection', true)];

let stage: Stage | undefined;
const start = async (options: Partial<LightspeedOptions> = {}): Promise<Stage> => {
  stage = await startStage({ m: { tools } }, options);
  return stage;
};
afterEach(() => stage?.close());

const decide = async (on: Stage, id: unknown, approved: boolean, user = 'alice') =>
  on.call('POST', '/v1/tool-approvals/decision', { approval_id: id, approved }, user);

/** Reads the stream and lets `onApproval` act on the request while the tool waits. */
const read = async (
  on: Stage,
  query: string,
  onApproval: (id: unknown, event: StreamedEvent) => Promise<void>,
): Promise<StreamedEvent[]> => {
  const events: StreamedEvent[] = [];
  for await (const event of eventsOf(await on.open({ query, media_type: 'application/json' }))) {
    events.push(event);
    if (event.event === 'approval_required') await onApproval(event.data.approval_id, event);
  }
  return events;
};

const statusOf = (events: readonly StreamedEvent[]): string | undefined =>
  textAt(events.find(({ event }) => event === 'tool_result')?.data, 'status');

it.each([
  ['tool_annotations', 'restart', true],
  ['tool_annotations', 'inspection', false],
  ['always', 'inspection', true],
  ['never', 'restart', false],
] as const)('with %s the tool %s asks: %s', async (toolsApproval, query, asks) => {
  const on = await start({ toolsApproval });
  const events = await read(on, query, async (id) => {
    expect(runs).toEqual([]);
    expect((await decide(on, id, true)).body).toBeNull();
  });
  expect(names(events).includes('approval_required')).toBe(asks);
  expect([runs, statusOf(events)]).toEqual([[query], 'success']);
});

it('describes the tool and stands between call and result', async () => {
  const on = await start();
  const events = await read(on, 'restart', async (id, { data }) => {
    expect(data).toEqual({
      approval_id: expect.any(String),
      tool_name: 'restart',
      tool_description: 'The restart of machines',
      tool_args: {},
      tool_annotation: { title: 'T', _meta: { note: 1 }, mcp_server: 'm' },
    });
    await decide(on, id, true);
  });
  expect(names(events)).toEqual([
    'start',
    'tool_call',
    'approval_required',
    'tool_result',
    'token',
    'end',
  ]);
});

it('does not run a rejected tool', async () => {
  const on = await start();
  const events = await read(on, 'restart', async (id) => {
    await decide(on, id, false);
  });
  const result = events.find(({ event }) => event === 'tool_result');
  expect([runs, statusOf(events)]).toEqual([[], 'error']);
  expect(textAt(result?.data, 'content')).toContain('rejected');
});

it('gives up waiting at the deadline', async () => {
  const on = await start({ approvalTimeoutMs: 20 });
  const events = await read(on, 'restart', () => Promise.resolve());
  const result = events.find(({ event }) => event === 'tool_result');
  expect(textAt(result?.data, 'content')).toMatch(/approval timed out\. Do not retry/);
  expect(runs).toEqual([]);
});

it("refuses another user's, an unknown and a finished decision", async () => {
  const on = await start();
  let seen: unknown;
  await read(on, 'restart', async (id) => {
    seen = id;
    expect((await decide(on, id, true, 'bob')).status).toBe(404);
    await decide(on, id, true);
  });
  expect((await decide(on, 'unknown', true)).status).toBe(404);
  expect((await decide(on, seen, true)).status).toBe(404);
  expect((await decide(on, 7, true)).status).toBe(422);
});

it('forgets the request of a caller who hung up', async () => {
  const on = await start();
  const abort = new AbortController();
  const response = await on.open(
    { query: 'restart', media_type: 'application/json' },
    abort.signal,
  );
  let seen: unknown;
  const reading = async (): Promise<void> => {
    for await (const { event, data } of eventsOf(response)) {
      if (event !== 'approval_required') continue;
      seen = data.approval_id;
      abort.abort();
    }
  };
  await expect(reading()).rejects.toThrow('aborted');
  expect((await decide(on, seen, true)).status).toBe(404);
  expect(runs).toEqual([]);
});

it('runs everything unasked through /v1/query and /v1/mcp-apps', async () => {
  const on = await start({ toolsApproval: 'always' });
  await on.call('POST', '/v1/query', { query: 'restart' });
  await on.call('POST', '/v1/mcp-apps/tools/call', { server_name: 'm', tool_name: 'restart' });
  expect(runs).toEqual(['restart', 'restart']);
});
