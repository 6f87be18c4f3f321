import { condition, pod, run, vm, vmi } from '../../testing/factories';
import { topologyHintsMissing } from './topology-hints-missing';

const machine = vm({
  template: { domain: { features: { hyperv: { reenlightenment: { enabled: true } } } } },
});
const starting = vmi('Pending', {
  conditions: [
    condition('Synchronized', 'False', 'FailedGatherhingClusterTopologyHints', 'no TSC frequency'),
  ],
});
const running = vmi('Running', {
  conditions: [condition('LiveMigratable', 'False', 'NoTSCFrequencyNotLiveMigratable', 'HyperV …')],
});

describe('topology-hints-missing', () => {
  it('keeps a VM from starting', () => {
    expect(run(topologyHintsMissing, { vm: machine, vmi: starting })).toMatchObject([
      { severity: 'critical', confidence: 'certain', evidence: [{}, { path: expect.any(String) }] },
    ]);
  });

  it.each([
    ['why can it not migrate', 1],
    ['why is it slow', 0],
  ])('keeps a running one from migrating: %s', (question, count) => {
    expect(run(topologyHintsMissing, { vm: machine, vmi: running }, { question })).toHaveLength(
      count,
    );
  });

  it.each([
    ['a pod exists', { vmi: starting, pods: [pod()] }],
    ['nothing says so', { vmi: vmi() }],
  ])('is silent when %s', (_, given) =>
    expect(run(topologyHintsMissing, { vm: machine, ...given })).toEqual([]),
  );
});
