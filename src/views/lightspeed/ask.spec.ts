/** @jest-environment ./src/answers/testing/environment.mjs */
import type { ServerResponse } from 'node:http';
import { json, startEdge, type Edge } from '../../answers/testing/edge';
import { answerCache } from './answer-cache';
import { askLightspeed } from './ask';
import { statusQuestion } from './prompts/prompts';
import * as golden from './testing/golden-streams';

const QUESTION = statusQuestion({ namespace: 'ns1', vmName: 'vm1', status: 'Running' });
const OTHER = statusQuestion({ namespace: 'ns1', vmName: 'vm2', status: 'Running' });
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

const ask = ({ signal = new AbortController().signal, question = QUESTION, anew = false } = {}) =>
  askLightspeed(question, { language: 'en', onEvents: ignore, signal, anew });

beforeEach(() => answerCache.clear());
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
    const second = ask({ question: OTHER });
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
    const second = ask({ question: OTHER, signal: controller.signal });
    controller.abort();
    await streamsToBe(1);
    finish(streams[0]);
    await first;
    expect(await second).toEqual({ is: 'stopped' });
    expect(streams).toHaveLength(1);
  });

  it('asks once what is asked twice at a time, and again only when it is told to', async () => {
    await serve(labelled({}));
    const first = ask();
    const second = ask();
    await streamsToBe(1);
    finish(streams[0]);
    expect(await first).toEqual({ is: 'done' });
    expect(await second).toMatchObject({ is: 'remembered', state: { basis: 'grounded' } });
    expect(streams).toHaveLength(1);
    const third = ask({ anew: true });
    await streamsToBe(2);
    finish(streams[1]);
    expect(await third).toEqual({ is: 'done' });
  });

  it('asks anew about another version of the object', async () => {
    await serve(labelled({}));
    for (const subject of ['uid/1', 'uid/2']) {
      const answer = ask({ question: { ...QUESTION, subject } });
      await streamsToBe(subject === 'uid/1' ? 1 : 2);
      finish(streams.at(-1));
      expect(await answer).toEqual({ is: 'done' });
    }
    expect(await ask({ question: { ...QUESTION, subject: 'uid/2' } })).toMatchObject({
      is: 'remembered',
    });
  });
});
