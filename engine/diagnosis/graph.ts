import {
  apiVersionOf,
  refOf,
  RESOURCES,
  textAt,
  type KubeObject,
  type ObjectRef,
} from '../kubernetes';
import type { Facts, Lookup } from './facts';
import { activePodOf, phaseOf } from './intent';
import type { Graph, GraphState, RootCause } from './types';

type Edge = Graph['edges'][number];

const keyOf = ({ kind, namespace, name }: ObjectRef): string =>
  `${kind}/${namespace ?? ''}/${name}`;

const badPhases = new Set(['Failed', 'Lost', 'Error']);

const stateOf = (object: KubeObject): GraphState => {
  const phase = phaseOf(object);
  if (phase === undefined) return 'ok';
  if (badPhases.has(phase)) return 'error';
  return phase === 'Pending' ? 'warning' : 'ok';
};

/** What a VM is made of and rests on, with the state of each: what a root cause names is marked. */
export const graphOf = (facts: Facts, causes: readonly RootCause[]): Graph => {
  const nodes = new Map<string, Graph['nodes'][number]>();
  const edges: Edge[] = [];
  const blamed = new Map(
    causes.flatMap(({ severity, evidence }) =>
      severity === 'info'
        ? []
        : evidence.map(
            ({ ref }) => [keyOf(ref), severity === 'critical' ? 'error' : 'warning'] as const,
          ),
    ),
  );
  const add = (ref: ObjectRef, state: GraphState): ObjectRef => {
    const key = keyOf(ref);
    const mark = state === 'missing' ? state : (blamed.get(key) ?? state);
    if (!nodes.has(key)) nodes.set(key, { ref, state: mark, label: ref.name });
    return ref;
  };
  const link = (from: ObjectRef, to: ObjectRef, relation: string): void => {
    edges.push({ from, to, relation });
  };
  const addObject = (object: KubeObject): ObjectRef => add(refOf(object), stateOf(object));
  const addLookup = ({ ref, object, namedBy }: Lookup, relation: string): void => {
    const to = object === undefined ? add(ref, 'missing') : addObject(object);
    link(refOf(namedBy), to, relation);
  };

  const vm = addObject(facts.vm);
  const pod = activePodOf(facts.vmi, facts.pods);
  if (facts.vmi) {
    const vmi = addObject(facts.vmi);
    link(vm, vmi, 'runs as');
    if (pod) link(vmi, addObject(pod), 'runs in');
    const node = textAt(facts.vmi, 'status', 'nodeName') ?? '';
    if (node !== '') {
      const known = facts.nodes.find((one) => refOf(one).name === node);
      const ref = { apiVersion: 'v1', kind: RESOURCES.nodes.kind, name: node };
      link(vmi, known ? addObject(known) : add(ref, 'unknown'), 'on node');
    }
  }
  for (const lookup of facts.dataVolumes) addLookup(lookup, 'disk');
  for (const lookup of facts.claims) {
    addLookup(lookup, 'disk');
    const className = textAt(lookup.object, 'spec', 'storageClassName');
    if (lookup.object && className) {
      const known = facts.storageClasses.find((one) => refOf(one).name === className);
      const ref = {
        apiVersion: apiVersionOf(RESOURCES.storageClasses),
        kind: RESOURCES.storageClasses.kind,
        name: className,
      };
      link(refOf(lookup.object), known ? addObject(known) : add(ref, 'unknown'), 'storage class');
    }
  }
  for (const lookup of facts.persistentVolumes) addLookup(lookup, 'bound to');
  for (const lookup of facts.networkAttachments) addLookup(lookup, 'network');
  for (const lookup of [facts.instancetype, facts.preference]) {
    if (lookup) addLookup(lookup, 'sized by');
  }
  for (const lookup of [...facts.secrets, ...facts.configMaps, ...facts.serviceAccounts]) {
    addLookup(lookup, 'uses');
  }
  return { nodes: [...nodes.values()], edges };
};
