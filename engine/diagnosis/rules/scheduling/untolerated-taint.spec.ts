import { run } from '../../testing/factories';
import { itTellsOfRefusals, refusedPod, worker } from '../../testing/scheduling';
import { untoleratedTaint } from './untolerated-taint';

const taints = [{ key: 'dedicated', value: 'gpu' }];

describe('untolerated-taint', () => {
  itTellsOfRefusals(untoleratedTaint, [
    [
      'a taint',
      {
        ...refusedPod('3 node(s) had untolerated taint {dedicated: gpu}'),
        nodes: [worker('w0', {}, { memory: '64Gi' }, { taints })],
      },
      /taint/,
    ],
    [
      'the older wording of a taint',
      refusedPod("3 node(s) had taint {dedicated: gpu}, that the pod didn't tolerate"),
      /taint/,
    ],
  ]);

  it('ignores the control plane beside other reasons', () => {
    expect(run(untoleratedTaint, refusedPod('3 Insufficient memory'))).toEqual([]);
  });
});
