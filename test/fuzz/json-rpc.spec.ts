import fc from 'fast-check';
import { isRecord, listAt, recordAt, textAt } from '@cnv-ai/engine/kubernetes';
import { startServer, type RunningServer } from '../../cnv-diagnostic/serve';
import { objects, startApi, users, type TestApi } from '../../cnv-diagnostic/testing/api-server';
import { post, toolCall } from '../../cnv-diagnostic/testing/serving';
import { brokenMachine, virtualMachine } from '../../cnv-diagnostic/testing/vms';
import { CATALOGUE } from '../../cnv-diagnostic/tools';
import { listTools } from '../../cnv-diagnostic/tools/listing';
import { runs } from './runs';

jest.setTimeout(300_000);

const TOKEN = 'made-up-canary-token';

let api: TestApi;
let server: RunningServer;
beforeAll(async () => {
  const machines = [virtualMachine('shop', 'db'), brokenMachine('shop', 'web')];
  api = await startApi(users({ [TOKEN]: 'alice' }), objects(machines));
  server = await startServer({ port: 0, host: '127.0.0.1', clusterUrl: api.url });
});
afterAll(async () => {
  await server.close();
  await api.close();
});

const send = (body: string): Promise<Response> => post(server, body, { token: TOKEN });

/** A path or a line of a stack, or what only this test knows. */
const LEAKS = /node_modules|\bat \S+ \(|\.ts:\d+|\.mjs:\d+|made-up-canary/;

/** Whatever comes is answered: by JSON-RPC, by nothing (a notification), never by a crash. */
const expectAnswer = async (body: string): Promise<unknown> => {
  const response = await send(body);
  const text = await response.text();
  expect([body, response.status < 500]).toEqual([body, true]);
  expect(text).not.toMatch(LEAKS);
  if (text === '') return undefined;
  const answer: unknown = JSON.parse(text);
  expect(textAt(answer, 'jsonrpc')).toBe('2.0');
  expect(isRecord(answer) && ('result' in answer || 'error' in answer)).toBe(true);
  return answer;
};

const strings = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom('shop', 'web', 'shop/web', '../../x', '*', '\u0000', '__proto__', '\ud800'),
);
const values = fc.anything({
  key: strings,
  values: [strings, fc.double(), fc.boolean(), fc.constant(null)],
  maxDepth: 4,
});
const METHODS = [
  'initialize',
  'ping',
  'tools/list',
  'tools/call',
  'resources/list',
  'resources/read',
  'prompts/get',
  'notifications/initialized',
  'notifications/cancelled',
  'completion/complete',
  'logging/setLevel',
];

it('any text is answered', () =>
  fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 500 }), fc.json()),
      async (text) => {
        await expectAnswer(text);
      },
    ),
    runs(100),
  ));

it('any message that looks like JSON-RPC is answered', () =>
  fc.assert(
    fc.asyncProperty(
      fc.record(
        {
          jsonrpc: fc.oneof({ weight: 5, arbitrary: fc.constant('2.0') }, values),
          id: fc.oneof(fc.nat(), strings, values),
          method: fc.oneof(fc.constantFrom(...METHODS), strings, values),
          params: values,
        },
        { requiredKeys: [] },
      ),
      async (message) => {
        await expectAnswer(JSON.stringify(message));
      },
    ),
    runs(150),
  ));

const TOOLS = listTools(CATALOGUE);
const argumentsOf = (tool: (typeof TOOLS)[number]) => {
  const names = Object.keys(tool.inputSchema.properties);
  const keys = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...names) }, strings);
  return fc.dictionary(keys, fc.oneof(strings, values), { maxKeys: names.length });
};

it.each(TOOLS.map((tool) => [tool.name, tool] as const))(
  '%s answers whatever it is given',
  (name, tool) =>
    fc.assert(
      fc.asyncProperty(argumentsOf(tool), async (given) => {
        const answer = recordAt(await expectAnswer(toolCall(name, given)));
        const result = recordAt(answer, 'result');
        if (answer.result === undefined) return;
        const [block] = listAt(result, 'content');
        const text = textAt(block, 'text') ?? '';
        expect(text.length).toBeGreaterThan(0);
        expect(text.length).toBeLessThanOrEqual(8192);
        if (result.isError === true) expect(text.length).toBeLessThanOrEqual(200);
        else expect(isRecord(result.structuredContent)).toBe(true);
      }),
      runs(40),
    ),
);

it('afterwards it still answers', async () => {
  const answer = await expectAnswer(
    toolCall('diagnose_vm_error', { namespace: 'shop', vmName: 'web' }),
  );
  expect(recordAt(answer, 'result', 'structuredContent').verdict).toBe('problem');
});
