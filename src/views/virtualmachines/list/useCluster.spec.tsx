/** @jest-environment ./src/answers/testing/environment.mjs */
import { renderHook, waitFor } from '@testing-library/react';
import { english } from '@cnv-ai/engine/messages';
import { inventory } from '../../../answers/inventory';
import { clusterOf, makeVm } from '../../../answers/testing/cluster';
import { json, startEdge, type Edge } from '../../../answers/testing/edge';
import { EXAMPLES } from './examples';
import { useCluster } from './useCluster';

let edge: Edge;
beforeEach(() => inventory.expire());
afterEach(() => edge.close());

const mount = (namespace?: string) => {
  const setting = { namespace, timeZone: 'UTC', language: 'en' };
  const { result } = renderHook(() => useCluster(setting));
  return () => result.current.cluster;
};
const sentences = ({ examples }: ReturnType<ReturnType<typeof mount>>) => examples.map(english);

describe('useCluster', () => {
  it('offers what is there, and examples that find something', async () => {
    edge = await startEdge(clusterOf(() => [makeVm('shop-floor', 'till', 'Stopped')]));
    const now = mount();
    expect(now().examples).toEqual(EXAMPLES);
    await waitFor(() => expect(now().entries).not.toEqual([]));
    expect(now().entries).toContainEqual(
      expect.objectContaining({ kind: 'namespace', text: 'shop-floor', count: 1 }),
    );
    expect(sentences(now())).toContain('stopped VMs in shop-floor');
    expect(sentences(now())).not.toContain('VMs with errors');
    expect(sentences(now())).not.toContain('Windows VMs with at least 8 GiB memory');
  });

  it('offers examples of the chosen project', async () => {
    edge = await startEdge(
      clusterOf(() => [makeVm('a-shop', 'till', 'Stopped'), makeVm('b-shop', 'x', 'Running')]),
    );
    const now = mount('b-shop');
    await waitFor(() => expect(now().entries).not.toEqual([]));
    expect(sentences(now())).not.toContain('stopped VMs in a-shop');
  });

  it('keeps the general examples where nothing may be listed', async () => {
    edge = await startEdge((_exchange, response) =>
      json(response, 403, { kind: 'Status', message: 'no' }),
    );
    const now = mount();
    await waitFor(() => expect(edge.requests.length).toBeGreaterThan(1));
    expect(now()).toEqual({ entries: [], examples: EXAMPLES, labelKeys: [] });
  });
});
