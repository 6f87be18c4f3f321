import type { KubeObject } from './objects';
import type { Message } from '../messages';
import type { Resource } from './resources';

/** Why a read gave nothing. `not_installed`: the API server does not know the kind. */
export type UnreadReason = 'forbidden' | 'unavailable' | 'deadline' | 'not_installed';

/**
 * The outcome of one read. `absent` is said only when the API server answered 404 for an object
 * of a kind it serves; a 403 is `forbidden` and never means missing.
 */
export type Fact<T> =
  | { readonly state: 'ok'; readonly value: T }
  | { readonly state: 'absent' }
  | {
      readonly state: 'unread';
      readonly reason: UnreadReason;
      readonly message: string;
      /** What to tell a person, where the reason alone does not say it. */
      readonly because?: Message;
    };

export type ListQuery = {
  /** Absent: all namespaces. */
  readonly namespace?: string;
  readonly labelSelector?: string;
  /** Custom resources accept `metadata.name` and `metadata.namespace` only. */
  readonly fieldSelector?: string;
};

/**
 * The only door to a cluster. A reader carries one identity, asks one cluster, pages its lists,
 * and answers every failure as a fact: it never throws.
 */
export type Reader = {
  get(resource: Resource, namespace: string | undefined, name: string): Promise<Fact<KubeObject>>;
  /** Each page is projected before the next is read; what `project` answers `undefined` for is dropped. */
  list<T>(
    resource: Resource,
    query: ListQuery,
    project: (object: KubeObject) => T | undefined,
  ): Promise<Fact<T[]>>;
};

export const ok = <T>(value: T): Fact<T> => ({ state: 'ok', value });
export const absent = { state: 'absent' } as const;
export const unread = (reason: UnreadReason, message: string, because?: Message): Fact<never> => ({
  state: 'unread',
  reason,
  message,
  ...(because === undefined ? {} : { because }),
});
