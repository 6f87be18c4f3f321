import {
  apiVersionOf,
  at,
  isOwnedBy,
  refOf,
  RESOURCES,
  textAt,
  type KubeObject,
  type ObjectRef,
  type Resource,
} from '../../kubernetes';
import type { Facts, Lookup } from '../facts';
import * as references from '../gather/references';
import { worksFor } from '../gather/work-claims';
import type { Reference } from '../gather/read';
import { activePodOf } from '../intent';
import { isTargetOf, openMigration } from '../migrations';

/** One thing rests on another. `object`: as it was read; `missing`: the API server has none. */
export type Link = {
  readonly from: ObjectRef;
  readonly to: ObjectRef;
  readonly relation: string;
  readonly object?: KubeObject;
  readonly isMissing?: boolean;
};

const refTo = (resource: Resource, name: string, namespace?: string): ObjectRef => ({
  apiVersion: apiVersionOf(resource),
  kind: resource.kind,
  ...(namespace === undefined ? {} : { namespace }),
  name,
});

const toObject = (from: ObjectRef, object: KubeObject, relation: string): Link => ({
  from,
  to: refOf(object),
  relation,
  object,
});

const toLookup = ({ ref, object }: Lookup, from: ObjectRef, relation: string): Link =>
  object === undefined
    ? { from, to: ref, relation, isMissing: true }
    : toObject(from, object, relation);

/** Something read by name among a list, or an object of that name nobody looked at. */
const toNamed = (
  from: ObjectRef,
  resource: Resource,
  name: string,
  known: readonly KubeObject[],
  relation: string,
): Link => {
  const object = known.find((one) => textAt(one, 'metadata', 'name') === name);
  return object === undefined
    ? { from, to: refTo(resource, name), relation }
    : toObject(from, object, relation);
};

/** The instance, its pods and its node. */
const running = ({ vm, vmi, pods, failedPods, hotplugPods, migrations, nodes }: Facts): Link[] => {
  const machine = refOf(vm);
  if (vmi === undefined) {
    return failedPods.slice(0, 1).map((pod) => toObject(machine, pod, 'last ran in'));
  }
  const instance = refOf(vmi);
  const pod = activePodOf(vmi, pods);
  const migration = openMigration(migrations);
  const target = migration && pods.find((one) => one !== pod && isTargetOf(one, migration));
  const node = textAt(vmi, 'status', 'nodeName') ?? '';
  return [
    toObject(machine, vmi, 'runs as'),
    ...(pod === undefined ? [] : [toObject(instance, pod, 'runs in')]),
    ...(migration === undefined ? [] : [toObject(instance, migration, 'moved by')]),
    ...(migration && target ? [toObject(refOf(migration), target, 'moves to')] : []),
    ...hotplugPods.map((one) => {
      const launcher = pods.find((candidate) => isOwnedBy(one, candidate));
      return toObject(launcher === undefined ? instance : refOf(launcher), one, 'plugs in through');
    }),
    ...(node === '' ? [] : [toNamed(instance, RESOURCES.nodes, node, nodes, 'on node')]),
  ];
};

/** The claim of a DataVolume rests on it; any other on the VM that names it. */
const disks = (facts: Facts): Link[] => {
  const machine = refOf(facts.vm);
  const volumes = new Map(facts.dataVolumes.map(({ ref }) => [ref.name, ref]));
  return [
    ...facts.dataVolumes.map((lookup) => toLookup(lookup, machine, 'disk')),
    ...facts.claims.map((lookup) => {
      const volume = volumes.get(lookup.ref.name);
      return volume === undefined
        ? toLookup(lookup, machine, 'disk')
        : toLookup(lookup, volume, 'fills');
    }),
    ...facts.dataSources.map((lookup) => {
      const template = lookup.path.slice(0, 3);
      const volume = volumes.get(textAt(facts.vm, ...template, 'metadata', 'name') ?? '');
      return toLookup(lookup, volume ?? machine, 'boots from');
    }),
    ...facts.cloneSources.map((lookup) => toLookup(lookup, refOf(lookup.namedBy), 'cloned from')),
  ];
};

/** What stands behind the claims: volumes, storage classes, and the pods that fill them. */
const behindClaims = (facts: Facts): Link[] =>
  facts.claims.flatMap((lookup): Link[] => {
    const { object } = lookup;
    if (object === undefined) return [];
    const claim = refOf(object);
    const className = textAt(object, 'spec', 'storageClassName') ?? '';
    const volumeName = textAt(object, 'spec', 'volumeName') ?? '';
    const volume = facts.persistentVolumes.find(({ ref }) => ref.name === volumeName);
    return [
      ...(className === ''
        ? []
        : [
            toNamed(
              claim,
              RESOURCES.storageClasses,
              className,
              facts.storageClasses,
              'storage class',
            ),
          ]),
      ...(volume === undefined ? [] : [toLookup(volume, claim, 'bound to')]),
      ...facts.importers
        .filter((pod) => worksFor(pod, [lookup]))
        .map((pod) => toObject(claim, pod, 'filled by')),
    ];
  });

const NAMES: readonly (readonly [string, (vm: KubeObject) => Reference[]])[] = [
  ['network', references.networkReferences],
  ['sized by', references.instancetypeReferences],
  ['prefers', references.preferenceReferences],
  ['pinned to', references.revisionReferences],
  ['uses', references.secretReferences],
  ['uses', references.configMapReferences],
  ['uses', references.serviceAccountReferences],
  ['uses', references.priorityClassReferences],
];

const isOf =
  ({ resource, namespace, name }: Reference) =>
  ({ ref }: Lookup): boolean =>
    ref.kind === resource.kind && ref.namespace === namespace && ref.name === name;

/** Everything else the VM names, read or not: a running guest has it, and it is not looked at. */
const named = (facts: Facts): Link[] => {
  const machine = refOf(facts.vm);
  const looked = [
    ...facts.networkAttachments,
    ...[facts.instancetype, facts.preference].flatMap((one) => (one === undefined ? [] : [one])),
    ...facts.revisions,
    ...facts.secrets,
    ...facts.configMaps,
    ...facts.serviceAccounts,
    ...facts.priorityClasses,
  ];
  return NAMES.flatMap(([relation, referencesOf]) =>
    referencesOf(facts.vm).map((reference) => {
      const lookup = looked.find(isOf(reference));
      const { resource, name, namespace } = reference;
      return lookup === undefined
        ? { from: machine, to: refTo(resource, name, namespace), relation }
        : toLookup(lookup, machine, relation);
    }),
  );
};

/** Disks that the VM names and that could not be read. */
const unreadDisks = ({ vm, dataVolumes, claims }: Facts): Link[] =>
  (
    [
      [references.dataVolumeReferences(vm), dataVolumes],
      [references.claimReferences(vm), claims],
    ] as const
  ).flatMap(([all, looked]) =>
    all
      .filter((reference) => !looked.some(isOf(reference)))
      .map(({ resource, name, namespace }) => ({
        from: refOf(vm),
        to: refTo(resource, name, namespace),
        relation: 'disk',
      })),
  );

/** All that a VM rests on, each with what names it. */
export const linksOf = (facts: Facts): Link[] =>
  at(facts.vm, 'metadata') === undefined
    ? []
    : [
        ...running(facts),
        ...disks(facts),
        ...unreadDisks(facts),
        ...behindClaims(facts),
        ...named(facts),
      ];
