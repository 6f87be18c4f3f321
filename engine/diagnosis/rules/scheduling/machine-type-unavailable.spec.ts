import { run, vm } from '../../testing/factories';
import { NO_MATCH, refusedPod, worker } from '../../testing/scheduling';
import { machineTypeUnavailable } from './machine-type-unavailable';

const KEY = 'machine-type.node.kubevirt.io/pc-q35-rhel7.6.0';
const given = {
  ...refusedPod(NO_MATCH, { [KEY]: 'true' }),
  vm: vm({ template: { domain: { machine: { type: 'pc-q35-rhel7.6.0' } } } }),
};
const modern = worker('w1', { 'machine-type.node.kubevirt.io/q35': 'true' });

describe('machine-type-unavailable', () => {
  it('names the type and can be undone', () => {
    const [finding] = run(machineTypeUnavailable, { ...given, nodes: [modern] });
    expect(finding).toMatchObject({
      severity: 'critical',
      explanation: { params: { type: 'pc-q35-rhel7.6.0', count: 1 } },
    });
    expect(finding?.fixes[0]?.action).toMatchObject({
      undo: { spec: { template: { spec: { domain: { machine: { type: 'pc-q35-rhel7.6.0' } } } } } },
    });
  });

  it('is less sure when no node is known', () => {
    expect(run(machineTypeUnavailable, given)).toMatchObject([{ confidence: 'likely' }]);
  });

  it.each([
    ['a node offers it', { ...given, nodes: [modern, worker('w2', { [KEY]: 'true' })] }],
    ['another label is unmet', { ...refusedPod(NO_MATCH, { disk: 'ssd' }), nodes: [modern] }],
    [
      'memory is what lacks',
      { ...refusedPod('3 Insufficient memory', { [KEY]: 'true' }), nodes: [modern] },
    ],
  ])('is silent when %s', (_, facts) => expect(run(machineTypeUnavailable, facts)).toEqual([]));
});
