import type { ResourceName } from '../fields';

/**
 * What a caller asked for in a namespace, by kind: `true` when it may be listed there, `false` when
 * it may not. Of a kind that is not in it nothing is told.
 */
export type Rights = {
  /** The same for the same rights. */
  readonly key: string;
  readonly of: ReadonlyMap<ResourceName, boolean>;
};

export const rightsOf = (kinds: readonly (readonly [ResourceName, boolean])[]): Rights => ({
  key: kinds.map(([kind, mayList]) => `${kind}${mayList ? '+' : '-'}`).join(' '),
  of: new Map(kinds),
});
