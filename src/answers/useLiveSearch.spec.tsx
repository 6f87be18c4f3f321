/** @jest-environment ./src/answers/testing/environment.mjs */
import { act, renderHook } from '@testing-library/react';
import type { ServerResponse } from 'node:http';
import type { SearchRequest } from '@cnv-ai/engine/search';
import { makeRow, makeSearchResult } from '../testing/factories';
import { json, startEdge, type Edge } from './testing/edge';
import { REMOTE_PERIOD, useLiveSearch } from './useLiveSearch';

let edge: Edge;
const held: ServerResponse[] = [];
const behave = { answering: true, names: ['a'] };

const answer = (response: ServerResponse): void => {
  const vms = behave.names.map((name) => makeRow({ name }));
  json(response, 200, {
    content: [],
    structured_content: makeSearchResult({ vms, total: vms.length }),
    is_error: false,
  });
};

beforeEach(async () => {
  held.length = 0;
  Object.assign(behave, { answering: true, names: ['a'] });
  edge = await startEdge(({ path }, response) => {
    if (!path.endsWith('/tools/call')) json(response, 404, {});
    else if (behave.answering) answer(response);
    else held.push(response);
  });
  // The period is the test's to let pass; the network and the waiting are real.
  jest.useFakeTimers({
    doNotFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'nextTick', 'queueMicrotask', 'Date'],
  });
});
afterEach(async () => {
  jest.useRealTimers();
  await edge.close();
});

const wait = (time: number) => act(() => new Promise<void>((resolve) => setTimeout(resolve, time)));

const until = async (holds: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 200 && !holds(); turn += 1) await wait(10);
  expect(holds()).toBe(true);
};

const searches = () => edge.requests.filter(({ body }) => JSON.stringify(body).includes('query'));

const mount = (request: SearchRequest | undefined) => {
  const { result, rerender, unmount } = renderHook(
    (props: { request: SearchRequest | undefined }) => useLiveSearch(props.request),
    { initialProps: { request } },
  );
  return {
    now: () => result.current,
    names: () => result.current.result?.vms.map(({ name }) => name),
    ask: (next: SearchRequest | undefined) => rerender({ request: next }),
    unmount,
  };
};

const show = (visibility: 'visible' | 'hidden'): void => {
  Object.defineProperty(document, 'visibilityState', { configurable: true, value: visibility });
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
};

describe('useLiveSearch', () => {
  it('asks nothing without a request', async () => {
    const { now } = mount(undefined);
    await wait(30);
    expect(now().status).toBe('idle');
    expect(edge.requests).toEqual([]);
  });

  it('goes from loading to done and names its source', async () => {
    const { now, names } = mount({ query: 'running' });
    expect(now().status).toBe('loading');
    await until(() => now().status === 'done');
    expect(now().source).toBe('lightspeed');
    expect(names()).toEqual(['a']);
  });

  it('asks the sidecar again every period, without looking as if it loaded', async () => {
    const { now, names } = mount({ query: 'running' });
    await until(() => now().status === 'done');
    behave.names = ['a', 'b'];
    behave.answering = false;
    act(() => jest.advanceTimersByTime(REMOTE_PERIOD));
    await until(() => held.length === 1);
    expect(now().status).toBe('done');
    held.forEach(answer);
    await until(() => names()?.length === 2);
    expect(searches()).toHaveLength(2);
  });

  it('does not ask while the tab is hidden, and at once when it is shown', async () => {
    const { now } = mount({ query: 'running' });
    await until(() => now().status === 'done');
    show('hidden');
    act(() => jest.advanceTimersByTime(10 * REMOTE_PERIOD));
    await wait(30);
    expect(searches()).toHaveLength(1);
    show('visible');
    await until(() => searches().length === 2);
  });

  it('shows nothing of the question before once another is asked', async () => {
    const { now, names, ask } = mount({ query: 'running' });
    await until(() => now().status === 'done');
    behave.answering = false;
    behave.names = ['b'];
    ask({ query: 'stopped' });
    expect(now()).toMatchObject({ status: 'loading' });
    expect(names()).toBeUndefined();
    await until(() => held.length === 1);
    held.forEach(answer);
    await until(() => now().status === 'done');
    expect(names()).toEqual(['b']);
  });

  it('keeps the rows while it is refreshed', async () => {
    const { now, names } = mount({ query: 'running' });
    await until(() => now().status === 'done');
    behave.answering = false;
    act(() => now().refresh());
    expect(now().status).toBe('loading');
    expect(names()).toEqual(['a']);
    await until(() => held.length === 1);
    held.forEach(answer);
    await until(() => now().status === 'done');
  });

  it('does not fail because a refresh overtook another', async () => {
    const { now } = mount({ query: 'running' });
    await until(() => now().status === 'done');
    behave.answering = false;
    act(() => now().refresh());
    await until(() => held.length === 1);
    act(() => now().refresh());
    await until(() => held.length === 2);
    expect(now()).toMatchObject({ status: 'loading', error: undefined });
    held.forEach(answer);
    await until(() => now().status === 'done');
  });

  it('stops asking when it goes away', async () => {
    const { now, unmount } = mount({ query: 'running' });
    await until(() => now().status === 'done');
    unmount();
    act(() => jest.advanceTimersByTime(10 * REMOTE_PERIOD));
    await wait(30);
    expect(searches()).toHaveLength(1);
  });
});
