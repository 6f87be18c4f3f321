import { randomUUID } from 'node:crypto';
import {
  formatTime,
  isOwnedBy,
  listAt,
  nameOf,
  namespaceOf,
  recordAt,
  textAt,
  textsAt,
  uidOf,
  type KubeObject,
} from '@cnv-ai/engine/kubernetes';
import { randomSuffix } from '../names';
import { servedPlural } from '../resources';
import { withMetadata, type Store } from '../store';
import { nodeFor } from './references';

const MACHINES = servedPlural('virtualmachines');
const INSTANCES = servedPlural('virtualmachineinstances');
const MIGRATIONS = servedPlural('virtualmachineinstancemigrations');
const PODS = servedPlural('pods');

const withStatus = (object: KubeObject, change: KubeObject): KubeObject => ({
  ...object,
  status: { ...recordAt(object, 'status'), ...change },
});

const setPhase = (store: Store, migration: KubeObject, phase: string, now: number): void => {
  const earlier = listAt(migration, 'status', 'phaseTransitionTimestamps');
  const entry = { phase, phaseTransitionTimestamp: formatTime(now) };
  store.update(withStatus(migration, { phase, phaseTransitionTimestamps: [...earlier, entry] }));
};

const setPrintable = (store: Store, instance: KubeObject, printableStatus: string): void => {
  const machine = store.get(MACHINES, namespaceOf(instance), nameOf(instance));
  if (machine !== undefined) store.update(withStatus(machine, { printableStatus }));
};

const podOn = (store: Store, instance: KubeObject, node: string): KubeObject | undefined =>
  store
    .list(PODS, namespaceOf(instance))
    .find((pod) => isOwnedBy(pod, instance) && textAt(pod, 'spec', 'nodeName') === node);

/** A second launcher on the target node; the source keeps running. */
const begin = (store: Store, migration: KubeObject, instance: KubeObject, now: number): boolean => {
  const source = textAt(instance, 'status', 'nodeName') ?? '';
  const machine = store.get(MACHINES, namespaceOf(instance), nameOf(instance)) ?? instance;
  const target = nodeFor(store, machine, source);
  const pod = podOn(store, instance, source);
  if (target === undefined || pod === undefined) return false;
  const podUid = randomUUID();
  const created = store.create({
    ...withMetadata(pod, {
      name: `virt-launcher-${nameOf(instance)}-${randomSuffix()}`,
      uid: podUid,
      creationTimestamp: formatTime(now),
      resourceVersion: undefined,
      labels: {
        ...textsAt(pod, 'metadata', 'labels'),
        'kubevirt.io/migrationJobUID': uidOf(migration),
      },
    }),
    spec: { ...recordAt(pod, 'spec'), nodeName: target },
  });
  const activePods = { ...recordAt(instance, 'status', 'activePods'), [podUid]: target };
  const migrationState = {
    migrationUid: uidOf(migration),
    sourceNode: source,
    sourcePod: nameOf(pod),
    startTimestamp: formatTime(now),
    targetNode: target,
    targetPod: nameOf(created),
  };
  store.update(withStatus(instance, { activePods, migrationState }));
  setPrintable(store, instance, 'Migrating');
  setPhase(store, migration, 'Running', now);
  return true;
};

const complete = (
  store: Store,
  migration: KubeObject,
  instance: KubeObject,
  now: number,
): boolean => {
  const state = recordAt(instance, 'status', 'migrationState');
  const target = textAt(state, 'targetNode') ?? '';
  const source = podOn(store, instance, textAt(state, 'sourceNode') ?? '');
  if (source !== undefined) store.update(withStatus(source, { phase: 'Succeeded' }));
  const activePods = Object.fromEntries(
    Object.entries(recordAt(instance, 'status', 'activePods')).filter(
      ([, node]) => node === target,
    ),
  );
  const labels = { ...textsAt(instance, 'metadata', 'labels'), 'kubevirt.io/nodeName': target };
  const migrationState = { ...state, completed: true, endTimestamp: formatTime(now) };
  const moved = withStatus(instance, { activePods, migrationState, nodeName: target });
  store.update(withMetadata(moved, { labels }));
  setPrintable(store, instance, 'Running');
  setPhase(store, migration, 'Succeeded', now);
  return false;
};

/** Takes one step of a migration that nothing stands in the way of. */
export const advanceMigration = (store: Store, now: number, seen: KubeObject): boolean => {
  const migration = store.get(MIGRATIONS, namespaceOf(seen), nameOf(seen));
  const name = textAt(seen, 'spec', 'vmiName') ?? '';
  const instance = store.get(INSTANCES, namespaceOf(seen), name);
  if (migration === undefined || textAt(instance, 'status', 'phase') !== 'Running') return false;
  if (instance === undefined) return false;
  const phase = textAt(migration, 'status', 'phase') ?? '';
  if (phase === '') return begin(store, migration, instance, now);
  return phase === 'Running' ? complete(store, migration, instance, now) : false;
};
