import { draftOf, type Match, type Rule, type Scene } from './draft';
import { has, senseOf, type Item } from './items';
import { isSymbol } from './skip';

const BETWEEN = ['filler', 'relative', 'place', 'not'] as const;

const isNode = (item: Item | undefined): boolean => senseOf(item, 'field')?.field === 'node';

/** "auf Knoten, die nicht bereit sind": the clause is about the node. */
const beginsClause = (items: readonly Item[], at: number): boolean =>
  isSymbol(items[at], ',') && has(items[at + 1], 'relative');

/** Past what only joins a node to its state, with how often that negates. */
const skipJoints = (items: readonly Item[], from: number): { next: number; negated: boolean } => {
  let [next, negated] = [from, false];
  while (has(items[next], ...BETWEEN) || beginsClause(items, next)) {
    if (has(items[next], 'not')) negated = !negated;
    next += 1;
  }
  return { next, negated };
};

const stateMatch = (
  scene: Scene,
  at: number,
  stateAt: number,
  negated: boolean,
): { drafts: Match['drafts'] } | undefined => {
  const state = senseOf(scene.items[stateAt], 'hostState');
  if (state === undefined) return undefined;
  const { field, value } = state;
  const parts = { field, op: 'is', value: negated ? !value : value };
  return { drafts: [draftOf(scene, at, stateAt + 1, parts)] };
};

/** "on nodes that are not ready", "whose host is cordoned": the node, then its state. */
const nodeFirst = (scene: Scene, at: number, node: number): Match | undefined => {
  const { next, negated } = skipJoints(scene.items, node + 1);
  const match = stateMatch(scene, at, next, negated);
  return match && { next: next + 1, ...match };
};

/** "on a NotReady node", "on not ready hosts": the state, then the node. */
const stateFirst = (
  scene: Scene,
  at: number,
  from: number,
  negated: boolean,
): Match | undefined => {
  let node = from + 1;
  while (has(scene.items[node], 'filler', 'place')) node += 1;
  // "a not-ready or cordoned host": the node is said behind the other.
  if (has(scene.items[node], 'or') && has(scene.items[node + 1], 'hostState'))
    return isNode(scene.items[node + 2])
      ? { next: node, ...stateMatch(scene, at, from, negated) }
      : undefined;
  return isNode(scene.items[node])
    ? { next: node + 1, ...stateMatch(scene, at, from, negated) }
    : undefined;
};

/** "worker-1 is cordoned": the state of the node that was named, where machines have none so called. */
const namedFirst = (scene: Scene, at: number): Match | undefined => {
  const { items, previous } = scene;
  const said = ['is', 'are'].includes(items[at - 1]?.text ?? '');
  const beside = said && previous?.field === 'node' && items[at - 2]?.end === previous.end;
  if (!beside || has(items[at], 'value')) return undefined;
  const { next, negated } = skipJoints(items, at);
  const match = stateMatch(scene, at, next, negated);
  return match && { next: next + 1, ...match };
};

/** The state of the node a machine is on. */
export const hostStateRule: Rule = (scene, at) => {
  const { items } = scene;
  const placed = has(items[at], 'place');
  const { next, negated } = placed ? skipJoints(items, at + 1) : { next: at, negated: false };
  if (isNode(items[next])) return negated ? undefined : nodeFirst(scene, at, next);
  if (!has(items[next], 'hostState')) return undefined;
  return stateFirst(scene, at, next, negated) ?? namedFirst(scene, at);
};
