import type { InstancetypeKind } from './instance-types';
import { failure, firstOf, openEach, type Failure, type Failures } from './lists';
import type { Source } from './source';

export type Sizes = {
  /** Whether instance types of a kind may be listed in a namespace. */
  mayList: (kind: InstancetypeKind, namespace: string) => boolean;
  failed: { kind: InstancetypeKind; failure: Failure }[];
};

/** Opens the instance types that machines of these namespaces name; nothing when none does. */
export const openSizes = async (source: Source, homes: readonly string[]): Promise<Sizes> => {
  const naming = (kind: InstancetypeKind): string[] =>
    homes.filter((namespace) => source.stock.instancetypesIn(namespace).includes(kind));
  const cluster = naming('clusterInstancetypes').length > 0;
  const fact = cluster ? await source.open('clusterInstancetypes') : undefined;
  const everywhere = fact && failure(fact);
  const failures: Failures = await openEach(source, 'instancetypes', naming('instancetypes'));
  const own = firstOf(failures.values());
  return {
    mayList: (kind, namespace) =>
      kind === 'instancetypes' ? !failures.has(namespace) : everywhere === undefined,
    failed: [
      ...(everywhere === undefined
        ? []
        : [{ kind: 'clusterInstancetypes' as const, failure: everywhere }]),
      ...(own === undefined ? [] : [{ kind: 'instancetypes' as const, failure: own }]),
    ],
  };
};
