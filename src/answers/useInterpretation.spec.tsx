/** @jest-environment ./src/answers/testing/environment.mjs */
import { renderHook, waitFor } from '@testing-library/react';
import { clusterOf, makeVm } from './testing/cluster';
import { startEdge, type Edge } from './testing/edge';
import { useInterpretation } from './useInterpretation';

let edge: Edge;
beforeAll(async () => {
  edge = await startEdge(clusterOf(() => [makeVm('shop-floor', 'stopped-clock')]));
});
afterAll(() => edge.close());

const mount = (sentence: string) => {
  const { result, rerender } = renderHook((words: string) => useInterpretation(words), {
    initialProps: sentence,
  });
  return { now: () => result.current, type: rerender };
};

const chips = (interpreted: ReturnType<typeof useInterpretation>) =>
  interpreted?.interpretation.chips.map(({ field }) => field);

describe('useInterpretation', () => {
  it('reads the sentence with the names of this cluster', async () => {
    const { now } = mount('running VMs in shop-floor');
    await waitFor(() => expect(chips(now())).toEqual(['status', 'namespace']));
    expect(now()?.outcome).toBe('ok');
  });

  it('follows what is typed without reading the cluster again', async () => {
    const { now, type } = mount('running VMs');
    await waitFor(() => expect(chips(now())).toEqual(['status']));
    const before = edge.requests.length;
    type('VMs in shop-floor');
    expect(chips(now())).toEqual(['namespace']);
    expect(edge.requests).toHaveLength(before);
  });

  it('reports a word nobody used', async () => {
    const { now } = mount('flibbertigibbet VMs');
    await waitFor(() => expect(now()?.outcome).toBe('not_understood'));
    expect(now()?.interpretation.notUnderstood).toEqual(['flibbertigibbet']);
  });

  it('says nothing about an empty sentence', async () => {
    const { now, type } = mount('running VMs');
    await waitFor(() => expect(now()).toBeDefined());
    type('  ');
    expect(now()).toBeUndefined();
  });
});
