import { notLiveMigratableDevice } from './rules/migration/not-live-migratable-device';
import { notLiveMigratableDisks } from './rules/migration/not-live-migratable-disks';
import { notLiveMigratableNetwork } from './rules/migration/not-live-migratable-network';
import type { Rule } from './rule';
import { condition, lookup, namespaced, run, vm } from './testing/factories';

const ASKED = { question: 'can it migrate?' };
const claim = namespaced('v1', 'PersistentVolumeClaim', 'root', {
  spec: { accessModes: ['ReadWriteOnce'] },
});
const claims = [lookup(claim, vm(), 'spec', 'template', 'spec', 'volumes', 0)];

const guest = (spec: object, ...conditions: object[]) => ({
  vm: vm(),
  vmi: namespaced('kubevirt.io/v1', 'VirtualMachineInstance', 'web', {
    spec,
    status: { phase: 'Running', conditions },
  }),
});
const bridge = {
  networks: [{ name: 'default', pod: {} }],
  domain: { devices: { interfaces: [{ name: 'default', bridge: {} }] } },
};
const device = { domain: { devices: { hostDevices: [{ name: 'd' }] } } };

/** What the objects show, and a condition that names another blocker first. */
const SHOWN: readonly (readonly [string, Rule, object, object, string])[] = [
  ['a disk of one node', notLiveMigratableDisks, {}, { claims }, 'SEVNotLiveMigratable'],
  ['a bridge', notLiveMigratableNetwork, bridge, {}, 'DisksNotLiveMigratable'],
  ['a device', notLiveMigratableDevice, device, {}, 'DisksNotLiveMigratable'],
];

describe('what keeps a guest on its node', () => {
  it.each(SHOWN)('%s is likely before KubeVirt reports', (_, rule, spec, more) => {
    expect(run(rule, { ...guest(spec), ...more }, ASKED)).toMatchObject([{ confidence: 'likely' }]);
  });
  it.each(SHOWN)('%s is told behind another blocker', (_, rule, spec, more, reason) => {
    const blocked = guest(spec, condition('LiveMigratable', 'False', reason, 'no'));
    expect(run(rule, { ...blocked, ...more }, ASKED)).toMatchObject([{ confidence: 'certain' }]);
  });
  it.each(SHOWN)('%s does not matter when KubeVirt says that it can', (_, rule, spec, more) => {
    const free = guest(spec, condition('LiveMigratable', 'True'));
    expect(run(rule, { ...free, ...more }, ASKED)).toEqual([]);
  });
  it('is not a volume that is moving to other storage', () => {
    const { vm: machine, vmi } = guest({});
    const status = {
      phase: 'Running',
      migratedVolumes: [{ sourcePVCInfo: { claimName: 'root' } }],
    };
    const moving = { vm: machine, vmi: { ...vmi, status }, claims };
    expect(run(notLiveMigratableDisks, moving, ASKED)).toEqual([]);
  });
  it('is not a bridge that an annotation lets migrate', () => {
    const { vm: machine, vmi } = guest(bridge);
    const annotations = { 'kubevirt.io/allow-pod-bridge-network-live-migration': '' };
    const allowed = { vm: machine, vmi: { ...vmi, metadata: { name: 'web', annotations } } };
    expect(run(notLiveMigratableNetwork, allowed, ASKED)).toEqual([]);
  });
});
