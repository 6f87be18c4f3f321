import {
  at,
  conditionOf,
  flagAt,
  formatTime,
  listAt,
  nameOf,
  recordAt,
  type KubeObject,
} from '@cnv-ai/engine/kubernetes';
import { conflict } from '../status';
import { INSTANCE, instanceOf, MACHINES, phaseOf, store, type Operation } from './operation';

/** The conditions of an object without a type, or with a new one of it. */
const withPaused = (object: KubeObject, paused: KubeObject | undefined): KubeObject => {
  const kept = listAt(object, 'status', 'conditions').filter(
    (entry) => at(entry, 'type') !== 'Paused',
  );
  const conditions = paused === undefined ? kept : [...kept, paused];
  return { ...object, status: { ...recordAt(object, 'status'), conditions } };
};

const setPaused = (operation: Operation, instance: KubeObject, paused?: KubeObject): void => {
  store(operation, withPaused(instance, paused));
  const machine = operation.server.store.get(MACHINES, operation.namespace, operation.name);
  if (machine === undefined) return;
  const next = withPaused(machine, paused);
  const printableStatus = paused === undefined ? 'Running' : 'Paused';
  store(operation, { ...next, status: { ...recordAt(next, 'status'), printableStatus } });
};

const refusePause = (name: string, why: string) => conflict(INSTANCE, name, why);

export const pause = (operation: Operation): void => {
  const instance = instanceOf(operation);
  if (phaseOf(instance) !== 'Running') throw refusePause(nameOf(instance), 'VM is not running');
  if (conditionOf(instance, 'Paused') !== undefined) {
    throw refusePause(nameOf(instance), 'VMI is already paused');
  }
  const migration = at(instance, 'status', 'migrationState');
  if (migration !== undefined && flagAt(migration, 'completed') !== true) {
    const why = `Cannot pause VM '${nameOf(instance)}' because it is currently being migrated`;
    throw refusePause(nameOf(instance), why);
  }
  const time = formatTime(operation.server.now());
  setPaused(operation, instance, {
    type: 'Paused',
    status: 'True',
    reason: 'PausedByUser',
    message: 'VMI was paused by user',
    lastProbeTime: time,
    lastTransitionTime: time,
  });
};

export const unpause = (operation: Operation): void => {
  const instance = instanceOf(operation);
  if (phaseOf(instance) !== 'Running') throw refusePause(nameOf(instance), 'VMI is not running');
  if (conditionOf(instance, 'Paused') === undefined) {
    throw refusePause(nameOf(instance), 'VMI is not paused');
  }
  setPaused(operation, instance);
};
