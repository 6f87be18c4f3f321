/** @jest-environment ./src/answers/testing/environment.mjs */
import type { ServerResponse } from 'node:http';
import { json, startEdge, type Edge } from '../../answers/testing/edge';
import { askLightspeed } from './ask';
import { statusQuestion } from './prompts/prompts';
import * as golden from './testing/golden-streams';

const QUESTION = statusQuestion({ namespace: 'ns1', vmName: 'vm1', status: 'Running' });
const ignore = (): void => undefined;

let edge: Edge;
const streams: ServerResponse[] = [];

const serve = async (namespace: (response: ServerResponse) => void): Promise<void> => {
  streams.length = 0;
  edge = await startEdge(({ path }, response) => {
    if (path === '/api/kubernetes/api/v1/namespaces/ns1') namespace(response);
    else if (path.endsWith('/v1/streaming_query')) streams.push(response);
    else json(response, 200, null);
  });
};

const labelled = (labels: Record<string, string>) => (response: ServerResponse) =>
  json(response, 200, { metadata: { name: 'ns1', labels } });

const finish = (response: ServerResponse | undefined): void => {
  response?.writeHead(200, { 'Content-Type': 'application/json' }).end(golden.GROUNDED);
};

const streamsToBe = async (count: number): Promise<void> => {
  for (let turn = 0; turn < 200 && streams.length < count; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(streams).toHaveLength(count);
};

const ask = (signal = new AbortController().signal) =>
  askLightspeed(QUESTION, 'en', ignore, signal);

afterEach(() => edge.close());

describe('askLightspeed', () => {
  it.each([
    ['opted out', labelled({ 'cnv-ai.kubevirt.io/disabled': 'true' })],
    ['opted out with any value', labelled({ 'cnv-ai.kubevirt.io/disabled': 'false' })],
    ['opted out with an empty label', labelled({ 'cnv-ai.kubevirt.io/disabled': '' })],
    ['not to be read', (response: ServerResponse) => json(response, 403, { message: 'no' })],
    ['gone', (response: ServerResponse) => json(response, 404, { message: 'no' })],
  ])('tells a model nothing about a namespace that is %s', async (_name, namespace) => {
    await serve(namespace);
    expect(await ask()).toEqual({ is: 'failed', problem: { kind: 'withheld' } });
    expect(streams).toEqual([]);
  });

  it.each([[{}], [{ env: 'production' }]])('asks about a namespace labelled %j', async (labels) => {
    await serve(labelled(labels));
    const answer = ask();
    await streamsToBe(1);
    finish(streams[0]);
    expect(await answer).toEqual({ is: 'done' });
  });

  it('asks one question at a time', async () => {
    await serve(labelled({}));
    const first = ask();
    const second = ask();
    await streamsToBe(1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(streams).toHaveLength(1);
    finish(streams[0]);
    await first;
    await streamsToBe(2);
    finish(streams[1]);
    expect(await second).toEqual({ is: 'done' });
  });

  it('does not ask what was stopped while it waited', async () => {
    await serve(labelled({}));
    const controller = new AbortController();
    const first = ask();
    const second = ask(controller.signal);
    controller.abort();
    await streamsToBe(1);
    finish(streams[0]);
    await first;
    expect(await second).toEqual({ is: 'stopped' });
    expect(streams).toHaveLength(1);
  });
});
