import { condition, namespaced, pod, run, vm, vmi } from '../../testing/factories';
import { bindingPluginMissing } from './binding-plugin-missing';

const machine = vm({
  template: {
    domain: {
      devices: {
        interfaces: [
          { name: 'a', masquerade: {} },
          { name: 'b', binding: { name: 'managedtap' } },
        ],
      },
    },
  },
});
const silent = vmi('Pending', {
  conditions: [
    condition(
      'Synchronized',
      'False',
      'FailedCreate',
      "failed to render launch manifest: unable to find the network binding plugin 'managedtap' in Kubevirt configuration",
    ),
  ],
});
const kubevirt = (binding: object) =>
  namespaced('kubevirt.io/v1', 'KubeVirt', 'kubevirt', {
    spec: { configuration: { network: { binding } } },
  });

describe('binding-plugin-missing', () => {
  it.each([
    ['said, and not registered', silent, [kubevirt({ passt: {} })], 'certain', true],
    ['said, and the resource is not readable', silent, [], 'certain', true],
    ['not reached yet', vmi(), [kubevirt({})], 'likely', false],
  ])('%s', (_, instance, kubevirts, confidence, blocking) => {
    expect(run(bindingPluginMissing, { vm: machine, vmi: instance, kubevirts })).toMatchObject([
      { confidence, blocking, explanation: { params: { name: 'managedtap' } } },
    ]);
  });

  it.each([
    ['it was registered since', { vmi: silent, kubevirts: [kubevirt({ managedtap: {} })] }],
    ['nothing is known', { vmi: vmi() }],
    ['a pod exists', { vmi: silent, pods: [pod()] }],
    ['no interface has a plugin', { vm: vm(), vmi: silent }],
  ])('is silent when %s', (_, given) => {
    expect(run(bindingPluginMissing, { vm: machine, ...given })).toEqual([]);
  });
});
