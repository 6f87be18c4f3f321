/** @jest-environment ./src/answers/testing/environment.mjs */
import { createSettingsStore, SETTINGS_PERIOD } from './settings';
import { json, startEdge, type Edge } from './testing/edge';

type Answer = { readonly status: number; readonly body: unknown };

let edge: Edge;
const file: { now: Answer } = { now: { status: 200, body: {} } };

beforeEach(async () => {
  edge = await startEdge((_exchange, response) => json(response, file.now.status, file.now.body));
});
afterEach(() => edge.close());

/** The store after it was told of `count` changes. */
const follow = () => {
  const store = createSettingsStore();
  const changes: unknown[] = [];
  const stop = store.subscribe(() => changes.push(store.get()));
  const changed = async (count: number) => {
    for (let turn = 0; turn < 200 && changes.length < count; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(changes).toHaveLength(count);
    return store.get();
  };
  return { store, changed, stop };
};

describe('the switches', () => {
  it.each([
    ['both off', { status: 200, body: { ai: false, enabled: false } }, false, false],
    ['one off', { status: 200, body: { ai: false } }, false, true],
    ['an empty file', { status: 200, body: {} }, true, true],
    ['values of another type', { status: 200, body: { ai: 'no', enabled: 0 } }, true, true],
    ['no file', { status: 404, body: { message: 'no' } }, true, true],
    ['a server that fails', { status: 500, body: { message: 'no' } }, true, true],
    ['something that is not an object', { status: 200, body: ['x'] }, true, true],
  ])('with %s', async (_name, answer, ai, enabled) => {
    file.now = answer;
    const { changed, stop } = follow();
    expect(await changed(1)).toEqual({ ai, enabled, aliases: false, known: true });
    stop();
    expect(edge.requests[0]?.path).toBe('/api/plugins/cnv-ai-plugin/settings.json');
  });

  it('with aliases: no page asks a model, since its question would hold the names', async () => {
    file.now = { status: 200, body: { ai: true, enabled: true, aliases: true } };
    const { changed, stop } = follow();
    expect(await changed(1)).toEqual({ ai: false, enabled: true, aliases: true, known: true });
    stop();
  });

  it('are not known before the file was read', () => {
    const { store, stop } = follow();
    expect(store.get()).toEqual({ ai: true, enabled: true, aliases: false, known: false });
    stop();
  });

  it('are read again when the tab becomes visible, and kept when that fails', async () => {
    file.now = { status: 200, body: { ai: false } };
    const { changed, store, stop } = follow();
    await changed(1);
    file.now = { status: 200, body: { ai: false, enabled: false } };
    document.dispatchEvent(new Event('visibilitychange'));
    expect(await changed(2)).toMatchObject({ ai: false, enabled: false });
    file.now = { status: 503, body: {} };
    document.dispatchEvent(new Event('visibilitychange'));
    for (let turn = 0; turn < 200 && edge.requests.length < 3; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(store.get()).toMatchObject({ ai: false, enabled: false });
    stop();
  });

  it('are no longer followed when nobody listens', async () => {
    file.now = { status: 200, body: {} };
    const { changed, stop } = follow();
    await changed(1);
    stop();
    document.dispatchEvent(new Event('visibilitychange'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(edge.requests).toHaveLength(1);
  });

  it('take effect within a minute', () => {
    expect(SETTINGS_PERIOD).toBeLessThan(60_000);
  });
});
