import type { Graph } from '@cnv-ai/engine/diagnosis';
import type { ObjectRef } from '@cnv-ai/engine/kubernetes';

/** An object of the graph as the picture and the list show it. */
export type Dependency = {
  readonly id: string;
  readonly ref: ObjectRef;
  readonly state: Graph['nodes'][number]['state'];
  readonly label: string;
  /** How it is reached, from each that leads to it. */
  readonly reachedBy: readonly { readonly from: string; readonly relation: string }[];
};

export type Line = {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly relation: string;
};

export const idOf = ({ kind, namespace = '', name }: ObjectRef): string =>
  `${kind}/${namespace}/${name}`;

/** The lines of a graph between objects that it has, each once. */
export const linesOf = ({ nodes, edges }: Graph): Line[] => {
  const known = new Set(nodes.map(({ ref }) => idOf(ref)));
  const lines = edges.map(({ from, to, relation }) => {
    const [source, target] = [idOf(from), idOf(to)];
    return { id: `${source}>${target}>${relation}`, source, target, relation };
  });
  return [...new Map(lines.map((line) => [line.id, line])).values()].filter(
    ({ source, target }) => known.has(source) && known.has(target) && source !== target,
  );
};

const URGENCY = ['error', 'missing', 'warning', 'unknown', 'ok'] as const;

/** The objects, those that need attention first; what is alike stays in the order given. */
export const dependenciesOf = (graph: Graph): Dependency[] => {
  const lines = linesOf(graph);
  const labels = new Map(graph.nodes.map(({ ref, label }) => [idOf(ref), label]));
  const all = graph.nodes.map(({ ref, state, label }) => {
    const id = idOf(ref);
    const reachedBy = lines
      .filter(({ target }) => target === id)
      .map(({ source, relation }) => ({ from: labels.get(source) ?? source, relation }));
    return { id, ref, state, label, reachedBy };
  });
  return URGENCY.flatMap((state) => all.filter((one) => one.state === state));
};

/** Letters for a kind, as the console's badges have: "VirtualMachineInstance" is VMI. */
export const badgeOf = (kind: string): string => {
  const capitals = kind.replace(/[^A-Z]/g, '');
  return capitals.length > 1 ? capitals.slice(0, 4) : kind.slice(0, 1).toUpperCase();
};
