import type { KubeObject } from '@cnv-ai/engine/kubernetes';
import { machinesOf } from './facts';

const vm = (spec: KubeObject, status: KubeObject = {}): KubeObject => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name: 'one', namespace: 'a', uid: 'u', creationTimestamp: '2026-11-01T00:00:00Z' },
  spec: { template: { spec: { domain: {}, ...spec } } },
  status: { printableStatus: 'Running', ...status },
});
const instance = (status: KubeObject): KubeObject => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachineInstance',
  metadata: { name: 'one', namespace: 'a', uid: 'i' },
  status,
});
const factsOf = (...objects: readonly KubeObject[]) => machinesOf(objects)[0]?.facts ?? {};

describe('machinesOf', () => {
  it('multiplies sockets, cores and threads, of which any may be missing', () => {
    const cpu = { sockets: 2, cores: 3 };
    expect(factsOf(vm({ domain: { cpu, memory: { guest: '2Gi' } } }))).toMatchObject({
      vcpu: [6],
      memory: [2 * 2 ** 30],
    });
  });

  it('takes the latest of Ready, Failure and Paused for the state change', () => {
    const conditions = [
      { type: 'Ready', status: 'False', lastTransitionTime: '2026-11-02T00:00:00Z' },
      { type: 'Failure', status: 'True', lastTransitionTime: '2026-11-03T00:00:00Z' },
      { type: 'RestartRequired', status: 'True', lastTransitionTime: '2026-11-09T00:00:00Z' },
    ];
    expect(factsOf(vm({}, { conditions }))).toMatchObject({
      changed: [Date.parse('2026-11-03T00:00:00Z')],
      error: [true],
      restartRequired: [true],
    });
  });

  it('believes the agent about the system before the preference', () => {
    const named = { ...vm({}), spec: { preference: { name: 'ubuntu' } } };
    expect(factsOf(named)).toMatchObject({ os: ['ubuntu'] });
    expect(factsOf(named).osVersion).toBeUndefined();
    const guestOSInfo = { id: 'mswindows', versionId: '2022' };
    expect(factsOf(named, instance({ guestOSInfo }))).toMatchObject({
      os: ['windows'],
      osMajor: ['2022'],
    });
  });

  it('knows nothing of an agent, a node or a migration where nothing runs', () => {
    const stopped = factsOf(vm({}, { printableStatus: 'Stopped' }));
    expect([stopped.agent, stopped.node, stopped.migratable]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(factsOf(vm({}), instance({ conditions: [] })).agent).toEqual([false]);
  });

  it('does not know the storage of a claim that is not there', () => {
    const volumes = [{ name: 'rootdisk', persistentVolumeClaim: { claimName: 'gone' } }];
    const facts = factsOf(vm({ volumes }));
    expect([facts.diskCount, facts.storageClass]).toEqual([[1], undefined]);
  });

  it('knows which snapshots can be used beside one that failed', () => {
    const snapshot = (name: string, phase: string, creationTimestamp: string): KubeObject => ({
      apiVersion: 'snapshot.kubevirt.io/v1beta1',
      kind: 'VirtualMachineSnapshot',
      metadata: { name, namespace: 'a', creationTimestamp },
      spec: { source: { name: 'one' } },
      status: { phase },
    });
    const good = snapshot('good', 'Succeeded', '2026-11-02T00:00:00Z');
    const bad = snapshot('bad', 'Failed', '2026-11-03T00:00:00Z');
    expect(factsOf(vm({}), good, bad)).toMatchObject({
      snapshotFailed: [true],
      snapshotUsable: [Date.parse('2026-11-02T00:00:00Z')],
      lastSnapshot: [Date.parse('2026-11-03T00:00:00Z')],
    });
    expect(factsOf(vm({}), bad).snapshotUsable).toEqual([]);
  });

  it('completes the name of a network of the same namespace', () => {
    const networks = [{ multus: { networkName: 'lan' } }, { multus: { networkName: 'b/wan' } }];
    expect(factsOf(vm({ networks })).network).toEqual(['a/lan', 'b/wan']);
  });
});
