import { byCodeUnit, refOf, RESOURCES, type ObjectRef } from '../../kubernetes';
import type { Facts } from '../facts';
import type { Graph, GraphState, RootCause } from '../types';
import { blamedBy, keyOf } from './blame';
import { linksOf, type Link } from './links';
import { stateOf } from './states';

type Node = Graph['nodes'][number];

/** The order in which kinds are drawn: the VM first, then from what runs to what it rests on. */
const LAYERS = [
  'VirtualMachine',
  'VirtualMachineInstance',
  'VirtualMachineInstanceMigration',
  'Pod',
  'Node',
  'DataVolume',
  'PersistentVolumeClaim',
  'PersistentVolume',
  'StorageClass',
];

const layerOf = ({ kind }: ObjectRef): number => {
  const layer = LAYERS.indexOf(kind);
  return layer < 0 ? LAYERS.length : layer;
};

const byLayer = (a: ObjectRef, b: ObjectRef): number =>
  layerOf(a) - layerOf(b) || byCodeUnit(keyOf(a), keyOf(b));

/** What was seen of an object; what was not looked at is unknown. */
const seenState = ({ object, isMissing }: Link): GraphState => {
  if (isMissing === true) return 'missing';
  return object === undefined ? 'unknown' : stateOf(object);
};

/** A VM that does not do what it is asked to is as bad as the worst of its causes. */
const machineState = (causes: readonly RootCause[]): GraphState => {
  if (causes.some(({ severity }) => severity === 'critical')) return 'error';
  return causes.some(({ severity }) => severity === 'warning') ? 'warning' : 'ok';
};

/** An instance that may be there. */
const unreadInstance = (machine: ObjectRef): Link => ({
  from: machine,
  to: {
    apiVersion: machine.apiVersion,
    kind: RESOURCES.virtualMachineInstances.kind,
    ...(machine.namespace === undefined ? {} : { namespace: machine.namespace }),
    name: machine.name,
  },
  relation: 'runs as',
});

const distinct = (edges: readonly Graph['edges'][number][]): Graph['edges'] => {
  const keyed = edges.map(
    (edge) => [`${keyOf(edge.from)} ${keyOf(edge.to)} ${edge.relation}`, edge] as const,
  );
  return [...new Map(keyed).values()];
};

/**
 * What a VM rests on, ready to draw: each object once, in layers, with its state, and edges between
 * them only. What a root cause points at is part of it, and never `ok`.
 */
export const graphOf = (
  facts: Facts,
  causes: readonly RootCause[],
  isInstanceUnread = false,
): Graph => {
  const machine = refOf(facts.vm);
  const links = [...linksOf(facts), ...(isInstanceUnread ? [unreadInstance(machine)] : [])];
  const blamed = blamedBy(causes, facts);
  const marks = new Map(blamed.map(({ ref, state }) => [keyOf(ref), state]));
  const nodes = new Map<string, Node>();
  const add = (ref: ObjectRef, seen: GraphState): void => {
    const key = keyOf(ref);
    const state = seen === 'missing' ? seen : (marks.get(key) ?? seen);
    const before = nodes.get(key);
    if (before === undefined || before.state === 'unknown')
      nodes.set(key, { ref, state, label: ref.name });
  };
  add(machine, machineState(causes));
  for (const link of links) add(link.to, seenState(link));
  const beside = blamed.filter(({ ref, wasRead }) => wasRead && !nodes.has(keyOf(ref)));
  for (const { ref, state } of beside) add(ref, state);
  const edges = [
    ...links,
    ...beside.map(({ ref }) => ({ from: machine, to: ref, relation: 'held up by' })),
  ].flatMap(({ from, to, relation }) => {
    const [source, target] = [nodes.get(keyOf(from)), nodes.get(keyOf(to))];
    return source && target ? [{ from: source.ref, to: target.ref, relation }] : [];
  });
  return {
    nodes: [...nodes.values()].sort((a, b) => byLayer(a.ref, b.ref)),
    edges: distinct(edges).sort(
      (a, b) =>
        byLayer(a.from, b.from) || byLayer(a.to, b.to) || byCodeUnit(a.relation, b.relation),
    ),
  };
};
