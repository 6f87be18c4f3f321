/** @jest-environment ./src/answers/testing/environment.mjs */
import type { ServerResponse } from 'node:http';
import { json, startEdge, type Edge, type Exchange } from '../../answers/testing/edge';
import { streamAnswer } from './client';
import type { LightspeedEvent } from './events';
import * as golden from './testing/golden-streams';

const STREAM = '/api/proxy/plugin/lightspeed-console-plugin/ols/v1/streaming_query';

let edge: Edge;

const serve = async (
  answer: (response: ServerResponse, exchange: Exchange) => void,
): Promise<void> => {
  edge = await startEdge((exchange, response) => {
    if (exchange.path === STREAM) answer(response, exchange);
    else json(response, 200, null);
  });
};

const stream = (response: ServerResponse, text: string): ServerResponse => {
  response.writeHead(200, { 'Content-Type': 'application/json' }).write(text);
  return response;
};

const ask = async (signal = new AbortController().signal) => {
  const events: LightspeedEvent[] = [];
  const outcome = await streamAnswer('why?', (batch) => events.push(...batch), signal);
  return { outcome, names: events.map((event) => event.is) };
};

const until = async (holds: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 200 && !holds(); turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(holds()).toBe(true);
};

afterEach(() => edge.close());

describe('streamAnswer', () => {
  it('asks for JSON events in troubleshooting mode, without a conversation', async () => {
    await serve((response) => stream(response, golden.GROUNDED).end());
    const { outcome, names } = await ask();
    expect(outcome).toEqual({ is: 'done' });
    expect(names).toEqual(['start', 'tool_call', 'tool_result', 'token', 'token', 'end']);
    expect(edge.requests[0]).toMatchObject({
      method: 'POST',
      path: STREAM,
      body: { query: 'why?', media_type: 'application/json', mode: 'troubleshooting' },
    });
  });

  it('deletes the conversation Lightspeed stored', async () => {
    await serve((response) => stream(response, golden.GROUNDED).end());
    await ask();
    await until(() => edge.requests.length === 2);
    expect(edge.requests[1]).toMatchObject({
      method: 'DELETE',
      path: STREAM.replace('streaming_query', `conversations/${golden.CONVERSATION}`),
    });
  });

  it('is done with the end event, though the connection stays open', async () => {
    await serve((response) => stream(response, golden.GROUNDED));
    expect((await ask()).outcome).toEqual({ is: 'done' });
  });

  it('asks once more without mode where an older service does not know it', async () => {
    await serve((response, { body }) => {
      if (JSON.stringify(body).includes('mode')) {
        json(response, 422, { detail: [{ loc: ['body', 'mode'], msg: 'Extra inputs' }] });
      } else {
        stream(response, golden.GROUNDED).end();
      }
    });
    expect((await ask()).outcome).toEqual({ is: 'done' });
    expect(edge.requests[1]?.body).toEqual({ query: 'why?', media_type: 'application/json' });
  });

  it('does not ask again for another 422', async () => {
    await serve((response) => json(response, 422, { detail: [{ loc: ['body', 'query'] }] }));
    expect((await ask()).outcome).toMatchObject({ problem: { kind: 'refused' } });
    expect(edge.requests).toHaveLength(1);
  });

  it('refuses at once what needs approval', async () => {
    await serve((response) =>
      stream(response, golden.start + golden.approval('restart_vm') + golden.end).end(),
    );
    expect((await ask()).names).toEqual(['start', 'approval_required', 'end']);
    await until(() => edge.requests.length === 3);
    expect(edge.requests.find(({ path }) => path.endsWith('/decision'))).toMatchObject({
      method: 'POST',
      body: { approval_id: '4df3', approved: false },
    });
  });

  it.each([
    ['without end', golden.start + golden.token('half')],
    ['with nothing at all', ''],
    ['in the middle of a line', golden.start + golden.token('half').slice(0, 12)],
  ])('calls a stream that ends %s broken', async (_name, text) => {
    await serve((response) => stream(response, text).end());
    expect((await ask()).outcome).toEqual({ is: 'failed', problem: { kind: 'broken' } });
  });

  it('calls a connection that is cut broken', async () => {
    await serve((response) => {
      stream(response, golden.start);
      setTimeout(() => response.destroy(), 20);
    });
    expect((await ask()).outcome).toEqual({ is: 'failed', problem: { kind: 'broken' } });
  });

  it('reads an error inside the stream', async () => {
    await serve((response) =>
      stream(
        response,
        golden.start + golden.error('The quota has been exceeded', 'Quota limit reached'),
      ).end(),
    );
    expect((await ask()).outcome).toEqual({ is: 'failed', problem: { kind: 'quota' } });
  });

  it.each([
    [403, { detail: 'Forbidden: User does not have access' }, 'no_access'],
    [500, { detail: { response: 'The quota has been exceeded', cause: '' } }, 'quota'],
    [503, { detail: { response: 'x', cause: 'LLM is not ready' } }, 'not_ready'],
  ])('reads HTTP %s before the stream', async (status, body, kind) => {
    await serve((response) => json(response, status, body));
    expect((await ask()).outcome).toMatchObject({ is: 'failed', problem: { kind } });
  });

  it('stops in the middle and lets go of the connection', async () => {
    const closed = { value: false };
    const controller = new AbortController();
    await serve((response) => {
      response.on('close', () => (closed.value = true));
      stream(response, golden.start + golden.token('half'));
      setTimeout(() => controller.abort(), 20);
    });
    expect((await ask(controller.signal)).outcome).toEqual({ is: 'stopped' });
    await until(() => closed.value);
  });
});
