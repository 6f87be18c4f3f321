import {
  conditionOf,
  isOwnedBy,
  labelsOf,
  listAt,
  nameOf,
  namespaceOf,
  refOf,
  textAt,
  uidOf,
  type KubeObject,
} from '@cnv-ai/engine/kubernetes';
import { startCluster, type Cluster } from '../index';
import { servedKind, servedPlural } from '../resources';
import { fleet } from './index';

const NOW = Date.parse('2026-01-15T12:00:00Z');

describe('the fleet', () => {
  let cluster: Cluster;
  const all = (plural: string): readonly KubeObject[] => cluster.store.list(servedPlural(plural));
  const withStatus = (status: string): readonly KubeObject[] =>
    all('virtualmachines').filter((vm) => textAt(vm, 'status', 'printableStatus') === status);
  const instanceOf = (vm: KubeObject): KubeObject | undefined =>
    cluster.store.get(servedPlural('virtualmachineinstances'), namespaceOf(vm), nameOf(vm));

  beforeAll(async () => {
    cluster = await startCluster({ objects: fleet(NOW), now: () => NOW });
  });
  afterAll(() => cluster.close());

  it('has 200 healthy machines in 12 namespaces', () => {
    expect(all('virtualmachines')).toHaveLength(200);
    expect(new Set(all('virtualmachines').map(namespaceOf)).size).toBe(12);
    const count = (status: string) => withStatus(status).length;
    expect(count('Running') + count('Stopped') + count('Paused') + count('Migrating')).toBe(200);
    expect(count('Stopped')).toBeGreaterThan(10);
    expect(count('Paused')).toBeGreaterThan(1);
    expect(count('Migrating')).toBeGreaterThan(1);
  });

  it('is the same for the same time', () => {
    expect(fleet(NOW)).toEqual(fleet(NOW));
  });

  it('has no uid and no name twice', () => {
    const objects = fleet(NOW);
    const uids = objects.flatMap((object) => uidOf(object) ?? []);
    expect(new Set(uids).size).toBe(uids.length);
    const keys = objects.map((object) => JSON.stringify({ ...refOf(object), uid: undefined }));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has every owner that it names', () => {
    const owners = fleet(NOW).flatMap((object) =>
      listAt(object, 'metadata', 'ownerReferences').map((owner) => ({
        owner,
        namespace: namespaceOf(object),
      })),
    );
    expect(owners.length).toBeGreaterThan(400);
    for (const { owner, namespace } of owners) {
      const resource = servedKind(textAt(owner, 'apiVersion') ?? '', textAt(owner, 'kind') ?? '');
      const found = resource && cluster.store.get(resource, namespace, nameOf({ metadata: owner }));
      expect(uidOf(found)).toBe(textAt(owner, 'uid'));
    }
  });

  it('gives every running machine an instance, a launcher pod on its node and bound disks', () => {
    for (const vm of withStatus('Running')) {
      const instance = instanceOf(vm);
      const pod = all('pods').find(
        (each) => isOwnedBy(each, instance) && textAt(each, 'status', 'phase') === 'Running',
      );
      expect(isOwnedBy(instance, vm)).toBe(true);
      expect(labelsOf(pod)['kubevirt.io/created-by']).toBe(uidOf(instance));
      expect(textAt(pod, 'spec', 'nodeName')).toBe(textAt(instance, 'status', 'nodeName'));
      expect(conditionOf(vm, 'Ready')?.status).toBe('True');
      for (const volume of listAt(pod, 'spec', 'volumes')) {
        const name = textAt(volume, 'persistentVolumeClaim', 'claimName');
        if (name === undefined) continue;
        const claim = cluster.store.get(
          servedPlural('persistentvolumeclaims'),
          namespaceOf(vm),
          name,
        );
        expect(textAt(claim, 'status', 'phase')).toBe('Bound');
        const bound = textAt(claim, 'spec', 'volumeName') ?? '';
        const volumeObject = cluster.store.get(servedPlural('persistentvolumes'), undefined, bound);
        expect(textAt(volumeObject, 'spec', 'claimRef', 'uid')).toBe(uidOf(claim));
      }
    }
  });

  it('has no instance for a stopped machine', () => {
    for (const vm of withStatus('Stopped')) {
      expect(instanceOf(vm)).toBeUndefined();
      expect(conditionOf(vm, 'Ready')?.reason).toBe('VMINotExists');
    }
  });

  it('has two pods and a running migration for a migrating machine', () => {
    for (const vm of withStatus('Migrating')) {
      const instance = instanceOf(vm);
      expect(all('pods').filter((each) => isOwnedBy(each, instance))).toHaveLength(2);
      const uid = textAt(instance, 'status', 'migrationState', 'migrationUid');
      const migration = all('virtualmachineinstancemigrations').find((each) => uidOf(each) === uid);
      expect(textAt(migration, 'status', 'phase')).toBe('Running');
    }
  });

  it('leaves times out of LiveMigratable, as the controller does', () => {
    const found = withStatus('Running').map((vm) => conditionOf(vm, 'LiveMigratable'));
    expect(found.every((condition) => condition?.lastTransitionTime === undefined)).toBe(true);
  });

  it('refers to instance types, preferences and networks that exist', () => {
    for (const vm of all('virtualmachines')) {
      const type = textAt(vm, 'spec', 'instancetype', 'name') ?? '';
      const preference = textAt(vm, 'spec', 'preference', 'name') ?? '';
      expect(
        cluster.store.get(servedPlural('virtualmachineclusterinstancetypes'), undefined, type),
      ).toBeDefined();
      expect(
        cluster.store.get(servedPlural('virtualmachineclusterpreferences'), undefined, preference),
      ).toBeDefined();
      for (const network of listAt(vm, 'spec', 'template', 'spec', 'networks')) {
        const name = textAt(network, 'multus', 'networkName');
        if (name === undefined) continue;
        const resource = servedPlural('network-attachment-definitions');
        expect(cluster.store.get(resource, namespaceOf(vm), name)).toBeDefined();
      }
    }
  });

  it('carries history that is no problem: a failed migration, completed pods', () => {
    const phases = all('virtualmachineinstancemigrations').map((each) =>
      textAt(each, 'status', 'phase'),
    );
    expect(phases).toEqual(expect.arrayContaining(['Failed', 'Succeeded', 'Running']));
    const done = all('pods').filter((each) => textAt(each, 'status', 'phase') === 'Succeeded');
    expect(done.length).toBeGreaterThan(2);
  });

  it('has no time after now', () => {
    const times = JSON.stringify(fleet(NOW)).match(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g) ?? [];
    expect(times.length).toBeGreaterThan(1000);
    expect(times.filter((time) => Date.parse(time) > NOW)).toEqual([]);
  });

  it('has one namespace switched off by its label', () => {
    const off = all('namespaces').filter(
      (each) => labelsOf(each)['cnv-ai.kubevirt.io/disabled'] === 'true',
    );
    expect(off.map(nameOf)).toEqual(['dev-sandbox']);
  });
});
