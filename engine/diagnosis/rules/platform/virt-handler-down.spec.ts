import { ago, clusterScoped, condition, run, vmi } from '../../testing/factories';
import { virtHandlerDown } from './virt-handler-down';

const node = (minutes: number, schedulable = 'false', ready = 'True') =>
  clusterScoped('v1', 'Node', 'w1', {
    metadata: {
      labels: { 'kubevirt.io/schedulable': schedulable },
      annotations: { 'kubevirt.io/heartbeat': ago(minutes) },
    },
    status: { conditions: [condition('Ready', ready)] },
  });
const on = (phase: string, metadata = {}) => vmi(phase, { nodeName: 'w1' }, metadata);

describe('virt-handler-down', () => {
  it.each([
    ['a running guest goes on', on('Running'), 'warning'],
    ['a start hangs', on('Scheduled'), 'critical'],
    ['a stop hangs', on('Running', { deletionTimestamp: ago(9) }), 'critical'],
  ])('%s', (_, instance, severity) => {
    expect(run(virtHandlerDown, { vmi: instance, nodes: [node(20)] })).toMatchObject([
      { severity },
    ]);
  });

  it.each([
    ['it is alive', [node(1)]],
    ['virt-controller still trusts the node', [node(20, 'true')]],
    ['the node itself is down', [node(20, 'false', 'Unknown')]],
    ['the node is not known', []],
  ])('is silent when %s', (_, nodes) => {
    expect(run(virtHandlerDown, { vmi: on('Running'), nodes })).toEqual([]);
  });
});
