import type { KubeObject } from '@cnv-ai/engine/kubernetes';
import type { ServedResource } from './resources';

/** One write. `object` carries its new resourceVersion, also when it was deleted. */
export type Change = {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly resource: ServedResource;
  readonly object: KubeObject;
  readonly previous?: KubeObject;
  readonly version: number;
};
export type Listener = (change: Change) => void;

/** The latest writes in order, the oldest forgotten beyond `size`. */
export const changeLog = (start: number, size: number) => {
  let changes: Change[] = [];
  let forgotten = start;
  const listeners = new Set<Listener>();
  return {
    add: (change: Change): void => {
      changes.push(change);
      if (changes.length > 2 * size) {
        changes = changes.slice(-size);
        forgotten = (changes[0]?.version ?? change.version) - 1;
      }
      for (const listener of [...listeners]) listener(change);
    },
    since: (version: number): readonly Change[] | undefined =>
      version < forgotten ? undefined : changes.filter((change) => change.version > version),
    subscribe: (listener: Listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    compact: (version: number): void => {
      changes = [];
      forgotten = version;
    },
  };
};
