import { listAt, recordAt, textAt } from '@cnv-ai/engine/kubernetes';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { text, type ScriptedTool } from './testing/scripted-mcp';
import { startStage, type Stage } from './testing/stage';

let stage: Stage | undefined;
afterEach(() => stage?.close());

/** The `tool_result` the chat gives for a tool that returns this. */
const resultOf = async (
  run: ScriptedTool['run'],
  rest: Partial<ScriptedTool> = {},
): Promise<Readonly<Record<string, unknown>>> => {
  const tool = {
    name: 'probe',
    description: 'Probes',
    annotations: { readOnlyHint: true },
    ...rest,
    run,
  };
  stage = await startStage({ server: { tools: [tool] } });
  const { body } = await stage.call('POST', '/v1/query', { query: 'probe' });
  return recordAt(listAt(body, 'tool_results')[0]);
};

const outputSchema = {
  type: 'object' as const,
  properties: { count: { type: 'number' } },
  required: ['count'],
};

it.each<[string, CallToolResult, object]>([
  ['joins text blocks', text('a', 'b'), { status: 'success', content: 'a\nb' }],
  [
    'gives a model nothing of structured content',
    { content: [], structuredContent: { a: 1 } },
    { status: 'success', content: '', structured_content: { a: 1 } },
  ],
  [
    'reads an embedded text resource',
    { content: [{ type: 'resource', resource: { uri: 'x://y', text: 'inside' } }] },
    { status: 'success', content: 'inside' },
  ],
  [
    'fails on audio',
    { content: [{ type: 'audio', data: '', mimeType: 'audio/wav' }] },
    { status: 'error' },
  ],
])('%s', async (_title, result, expected) => {
  expect(await resultOf(() => result)).toMatchObject(expected);
});

it('collapses an error to 220 characters and loses its structured content', async () => {
  const lines = 'no such\n   machine '.repeat(40);
  const result = await resultOf(() => ({
    ...text(lines),
    isError: true,
    structuredContent: { a: 1 },
  }));
  const prefix = "Tool 'probe' failed: ";
  const content = textAt(result, 'content') ?? '';
  expect(result.status).toBe('error');
  expect(content).toMatch(/^Tool 'probe' failed: no such machine no such .*\.\.\.$/);
  expect(content).toHaveLength(prefix.length + 220);
  expect(result).not.toHaveProperty('structured_content');
});

it.each<[string, CallToolResult, string, RegExp]>([
  ['takes what fits', { ...text('ok'), structuredContent: { count: 1 } }, 'success', /^ok$/],
  ['refuses nothing at all', text('ok'), 'error', /no structured content/],
  [
    'refuses another shape',
    { ...text('ok'), structuredContent: { count: 'x' } },
    'error',
    /output schema/,
  ],
])('output schema: %s', async (_title, result, status, content) => {
  const made = await resultOf(() => result, { outputSchema });
  expect(made).toMatchObject({ status, content: expect.stringMatching(content) });
});

it('cuts what exceeds the budget at a line', async () => {
  const line = `${'x'.repeat(99)}\n`;
  const result = await resultOf(() => ({
    ...text(line.repeat(2000)),
    structuredContent: { whole: true },
  }));
  const content = textAt(result, 'content') ?? '';
  expect(result.status).toBe('truncated');
  expect(content).toMatch(/x{99}\n\[OUTPUT TRUNCATED[^\n]*\]$/);
  expect(content.length).toBeLessThan(154_000);
  expect(content.length).toBeGreaterThan(153_000);
  expect(result.structured_content).toEqual({ whole: true });
});

it.each([
  ['temporarily out of order', 3],
  ['no such machine', 1],
])('tries "%s" %i times', async (words, times) => {
  let runs = 0;
  const result = await resultOf(() => {
    runs += 1;
    return { ...text(words), isError: true };
  });
  expect([runs, result.status]).toEqual([times, 'error']);
});

it('succeeds when a retry does', async () => {
  let runs = 0;
  const result = await resultOf(() => {
    runs += 1;
    return runs === 1 ? { ...text('connection reset'), isError: true } : text('fine');
  });
  expect(result).toMatchObject({ status: 'success', content: 'fine' });
});
