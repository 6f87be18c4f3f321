import {
  at,
  isDeleting,
  nameOf,
  namespaceOf,
  uidOf,
  type KubeObject,
} from '@cnv-ai/engine/kubernetes';
import type { Change } from '../change-log';
import type { Store } from '../store';
import { collectGarbage, releaseFinalizers } from './garbage';
import { reconcileMachine } from './machine';
import { startTest } from './mending';
import { advanceMigration } from './migration';

export type ControllerOptions = {
  readonly store: Store;
  readonly now: () => number;
  /** One step of a controller, such as from Starting to Running. */
  readonly delayMs: number;
};

/** What a controller says after a step: `true` when there is another one to take. */
export type Step = () => boolean;

const specChanged = ({ previous, object }: Change): boolean =>
  at(previous, 'metadata', 'generation') !== at(object, 'metadata', 'generation') ||
  at(previous, 'status', 'stateChangeRequests') !== at(object, 'status', 'stateChangeRequests') ||
  isDeleting(previous) !== isDeleting(object);

const keyOf = (kind: string, object: KubeObject): string =>
  `${kind}/${namespaceOf(object) ?? ''}/${nameOf(object)}`;

/**
 * The controllers of the development cluster. They act on what clients change from now on: objects
 * the cluster started with stay exactly as they were given.
 */
export const startControllers = ({ store, now, delayMs }: ControllerOptions): (() => void) => {
  const canStart = startTest(store);
  const timers = new Map<string, NodeJS.Timeout>();
  const schedule = (key: string, step: Step): void => {
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => {
        timers.delete(key);
        if (step()) schedule(key, step);
      }, delayMs),
    );
  };
  const unsubscribe = store.subscribe((change) => {
    const { resource, object, type } = change;
    const { plural } = resource;
    if (type === 'DELETED') {
      schedule(`gc/${uidOf(object) ?? ''}`, () => collectGarbage(store, object));
      return;
    }
    if (isDeleting(object) && !isDeleting(change.previous) && plural !== 'virtualmachines') {
      schedule(keyOf(`finalize/${plural}`, object), () =>
        releaseFinalizers(store, resource, object),
      );
    }
    if (plural === 'virtualmachines' && (type === 'ADDED' || specChanged(change))) {
      schedule(keyOf(plural, object), () => reconcileMachine(store, now(), object, canStart));
    }
    if (plural === 'virtualmachineinstancemigrations' && type === 'ADDED') {
      schedule(keyOf(plural, object), () => advanceMigration(store, now(), object));
    }
  });
  return () => {
    unsubscribe();
    timers.forEach((timer) => clearTimeout(timer));
    timers.clear();
  };
};
