import { run, vm } from '../../testing/factories';
import { NO_MATCH, refusedPod, worker } from '../../testing/scheduling';
import { cpumanagerMissing } from './cpumanager-missing';

const machine = vm({ template: { domain: { cpu: { dedicatedCpuPlacement: true } } } });

describe('cpumanager-missing', () => {
  it.each(['cpumanager', 'kubevirt.io/cpumanager'])('%s', (key) => {
    const given = { ...refusedPod(NO_MATCH, { [key]: 'true' }), vm: machine };
    expect(
      run(cpumanagerMissing, { ...given, nodes: [worker('w1', { [key]: 'false' })] }),
    ).toMatchObject([{ severity: 'critical', confidence: 'certain', blocking: true }]);
    expect(run(cpumanagerMissing, given)).toMatchObject([{ confidence: 'likely' }]);
  });

  it.each([
    ['a node has it', refusedPod(NO_MATCH, { cpumanager: 'true' }), { cpumanager: 'true' }],
    ['another label is unmet', refusedPod(NO_MATCH, { disk: 'ssd' }), {}],
    ['CPUs are what lacks', refusedPod('3 Insufficient cpu', { cpumanager: 'true' }), {}],
  ])('is silent when %s', (_, given, labels) =>
    expect(run(cpumanagerMissing, { ...given, nodes: [worker('w1', labels)] })).toEqual([]),
  );
});
