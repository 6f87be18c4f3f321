import { run } from '../../testing/factories';
import { itTellsOfRefusals, NO_MATCH, refusedPod, worker } from '../../testing/scheduling';
import { cpuModelUnavailable } from './cpu-model-unavailable';

const refused = refusedPod(NO_MATCH, { 'cpu-model.node.kubevirt.io/Foo': 'true' });

describe('cpu-model-unavailable', () => {
  itTellsOfRefusals(cpuModelUnavailable, [
    [
      'a model that is only the one of the host',
      { ...refused, nodes: [worker('w0', { 'host-model-cpu.node.kubevirt.io/Foo': 'true' })] },
      /CPU model/,
    ],
  ]);

  it('is silent when a node offers the model', () => {
    const nodes = [worker('w0', { 'cpu-model.node.kubevirt.io/Foo': 'true' })];
    expect(run(cpuModelUnavailable, { ...refused, nodes })).toEqual([]);
  });
});
