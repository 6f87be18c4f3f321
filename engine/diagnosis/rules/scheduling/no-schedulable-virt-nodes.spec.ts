import { run } from '../../testing/factories';
import { NO_MATCH, refusedPod, worker } from '../../testing/scheduling';
import { noSchedulableVirtNodes } from './no-schedulable-virt-nodes';

const KEY = 'kubevirt.io/schedulable';
const given = refusedPod(NO_MATCH, { [KEY]: 'true', pool: 'dr' });
const silent = worker('w1', { [KEY]: 'false', pool: 'dr' });

describe('no-schedulable-virt-nodes', () => {
  it.each([
    ['the label is false', [silent]],
    ['the label is missing', [worker('w1', { pool: 'dr' })]],
    ['other nodes would not fit', [silent, worker('w2', { [KEY]: 'true' })]],
  ])('%s', (_, nodes) => {
    expect(run(noSchedulableVirtNodes, { ...given, nodes })).toMatchObject([
      { severity: 'critical', explanation: { params: { names: 'w1' } } },
    ]);
  });

  it.each([
    ['one is schedulable', [silent, worker('w2', { [KEY]: 'true', pool: 'dr' })]],
    ['none has the other labels', [worker('w1', { [KEY]: 'false' })]],
    ['no node is known', []],
  ])('is silent when %s', (_, nodes) =>
    expect(run(noSchedulableVirtNodes, { ...given, nodes })).toEqual([]),
  );

  it('is silent when memory is what lacks', () => {
    const other = refusedPod('3 Insufficient memory', { [KEY]: 'true', pool: 'dr' });
    expect(run(noSchedulableVirtNodes, { ...other, nodes: [silent] })).toEqual([]);
  });
});
