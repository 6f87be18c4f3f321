/** @jest-environment ./src/answers/testing/environment.mjs */
import type { ServerResponse } from 'node:http';
import type { MachineName } from '@cnv-ai/engine/search';
import { followVms } from './follow';
import { json, startEdge, type Edge } from './testing/edge';

let edge: Edge;
const watches: ServerResponse[] = [];
const may = { watch: 200 };

beforeEach(async () => {
  watches.length = 0;
  may.watch = 200;
  edge = await startEdge(({ path }, response) => {
    if (may.watch !== 200) json(response, may.watch, { message: 'may not' });
    else if (path.includes('watch=true')) watches.push(response.writeHead(200));
    else json(response, 200, { metadata: { resourceVersion: '41' }, items: [] });
  });
});
afterEach(() => edge.close());

const until = async (holds: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 200 && !holds(); turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(holds()).toBe(true);
};

const follow = (namespace?: string) => {
  const controller = new AbortController();
  const seen: { changes: (MachineName | undefined)[] } = { changes: [] };
  const onChange = (machine?: MachineName): void => void seen.changes.push(machine);
  const over = followVms(namespace, onChange, controller.signal).catch((error: unknown) => error);
  return { seen, over, stop: () => controller.abort() };
};

describe('followVms', () => {
  it('watches metadata from the version of a list on', async () => {
    const { seen, over, stop } = follow('demo');
    await until(() => watches.length === 1);
    expect(seen.changes).toEqual([]);
    const metadata = { namespace: 'demo', name: 'db', resourceVersion: '42' };
    for (const type of ['MODIFIED', 'DELETED']) {
      watches[0]?.write(`${JSON.stringify({ type, object: { metadata } })}\n`);
    }
    await until(() => seen.changes.length === 2);
    const db = { namespace: 'demo', name: 'db' };
    expect(seen.changes).toEqual([db, db]);
    stop();
    await over;
    const [list, watch] = edge.requests.map(({ path }) => new URL(path, 'http://x'));
    expect(list?.pathname).toBe(
      '/api/kubernetes/apis/kubevirt.io/v1/namespaces/demo/virtualmachines',
    );
    expect(watch?.searchParams.get('resourceVersion')).toBe('41');
    expect(edge.requests[1]?.headers.accept).toContain('as=PartialObjectMetadata;');
  });

  it('takes the gap between two watches for a change', async () => {
    const { seen, over, stop } = follow();
    await until(() => watches.length === 1);
    watches[0]?.end();
    await until(() => watches.length === 2);
    expect(seen.changes).toEqual([undefined]);
    stop();
    await over;
  });

  it('takes what is no event for a change of anything', async () => {
    const { seen, over, stop } = follow();
    await until(() => watches.length === 1);
    watches[0]?.write('{"type":"ERROR","object":{"code":410}}\n');
    await until(() => watches.length === 2);
    expect(seen.changes).toEqual([undefined]);
    stop();
    await over;
  });

  it('gives up where watching is not allowed', async () => {
    may.watch = 403;
    expect(await follow().over).toBeInstanceOf(Error);
    expect(edge.requests).toHaveLength(1);
  });

  it('ends when it is stopped', async () => {
    const { over, stop } = follow();
    await until(() => watches.length === 1);
    stop();
    expect(await over).toBeDefined();
  });
});
