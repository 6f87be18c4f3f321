import { run } from '../../testing/factories';
import { refusedPod, worker } from '../../testing/scheduling';
import { insufficientHugepages } from './insufficient-hugepages';

const given = refusedPod('3 Insufficient hugepages-1Gi');

describe('insufficient-hugepages', () => {
  it.each([
    ['none is set aside', [worker('w1', {}, { 'hugepages-1Gi': '0' })], /has set aside any/],
    ['they are used up', [worker('w1', {}, { 'hugepages-1Gi': '4Gi' })], /none has enough left/],
    ['nodes are not known', [], /No node has enough free/],
  ])('%s', (_, nodes, text) => {
    const [finding] = run(insufficientHugepages, { ...given, nodes });
    expect(finding?.explanation.id).toMatch(text);
    expect(finding?.explanation.params).toMatchObject({ resource: 'hugepages-1Gi' });
  });
  it('leaves memory alone', () => {
    expect(run(insufficientHugepages, refusedPod('3 Insufficient memory'))).toEqual([]);
  });
});
