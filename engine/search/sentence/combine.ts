import { say } from '../../messages';
import type { Question } from './draft';
import { excludes, isList, isSingleValued, mergeLists } from './lists';
import type { Node, Part } from './parts';

type Combined = { parts: (Part | Part[])[] } | { question: Question };

const fieldsOf = (nodes: readonly Node[]): Set<string> =>
  new Set(nodes.map(({ draft }) => draft?.field ?? ''));

const sameFields = (a: readonly Node[], b: readonly Node[]): boolean => {
  const [first, second] = [fieldsOf(a), fieldsOf(b)];
  return first.size === second.size && [...first].every((field) => second.has(field));
};

const isAgain = ({ draft, negated }: Node, before: readonly Node[]): boolean =>
  draft !== undefined &&
  !negated &&
  draft.narrows !== true &&
  isSingleValued(draft.field) &&
  before.some(
    (node) =>
      !node.negated && node.draft?.field === draft.field && excludes(node.draft.op, draft.op),
  );

/**
 * "stopped in prod-a and running in prod-b", "alice's VMs in prod-a and bob's in prod-b": one
 * machine cannot be both, so it is one or the other.
 */
const repeats = (before: readonly Node[], nodes: readonly Node[], at: number): boolean => {
  if (nodes[at]?.link !== 'and') return false;
  const next = nodes.findIndex(({ link }, index) => index > at && link !== 'none');
  return nodes.slice(at, next < 0 ? nodes.length : next).some((node) => isAgain(node, before));
};

const segments = (nodes: readonly Node[]): Node[][] => {
  const found: Node[][] = [[]];
  for (const [at, node] of nodes.entries()) {
    const current = found.at(-1) ?? [];
    if (current.length > 0 && (node.link === 'or' || repeats(current, nodes, at)))
      found.push([node]);
    else current.push(node);
  }
  return found;
};

/** A constraint as a part of the query. */
export const toPart = ({ where, draft, negated, start, end }: Node): Part => ({
  where: negated ? { not: where } : where,
  ...(draft === undefined || 'any' in where ? {} : { draft }),
  negated,
  start,
  end,
});

/** Alone or with nothing to be an alternative of, a parenthesis is only what it holds. */
const toParts = (node: Node): (Part | Part[])[] =>
  node.parts !== undefined && !node.negated ? node.parts : [toPart(node)];

const together = (nodes: readonly Node[]): Part => {
  const [only] = nodes;
  if (only !== undefined && nodes.length === 1) return toPart(only);
  return {
    where: { all: nodes.map((node) => toPart(node).where) },
    negated: false,
    start: only?.start ?? 0,
    end: nodes.at(-1)?.end ?? 0,
  };
};

const unclear = (): Combined => ({
  question: {
    outcome: 'ambiguous',
    message: say(
      'It is not clear what “or” or “and” joins here. Use parentheses or ask for one thing at a time.',
    ),
    suggestions: [],
  },
});

const lastWhere = (nodes: readonly Node[], test: (node: Node) => boolean): number =>
  nodes.reduce((found, node, index) => (test(node) ? index : found), -1);

const lastClause = (nodes: readonly Node[]): number => {
  const either = lastWhere(nodes, (node) => node.either);
  return either >= 0
    ? either
    : Math.max(
        0,
        lastWhere(nodes, ({ clause }) => clause),
      );
};

const firstClause = (nodes: readonly Node[]): number => {
  const found = nodes.findIndex(({ clause }, index) => clause && index > 0);
  return found < 0 ? nodes.length : found;
};

/** "a or b, in c", "a or b but not c": what stands beyond a comma or "but" holds for both. */
const firstBreak = (nodes: readonly Node[]): number => {
  const found = nodes.findIndex(
    ({ link, contrasts }, index) => (link === 'comma' || contrasts) && index > 0,
  );
  return found < 0 ? nodes.length : found;
};

/** By a word before it; "healthy or stopped" leaves nothing open. */
const isNegated = (node: Node | undefined): boolean =>
  node?.negated === true && node.draft?.opposite !== true;

/** "that use a or b and are off": what the machines are is said of both things. */
const firstState = (groups: readonly Node[][]): number => {
  const last = groups.at(-1) ?? [];
  const things = groups.every(([head]) => head !== undefined && isThing(head) && !head.negated);
  const found = things
    ? last.findIndex((node, index) => index > 0 && node.link === 'and' && !isThing(node))
    : -1;
  return found < 0 ? last.length : found;
};

/** That something is there, which says nothing by itself of what stands beside it. */
const isThing = ({ draft }: Node): boolean => draft?.op === 'exists' || draft?.value === true;

/** "with a snapshot, a backup or a gpu": each comma of a list that ends in "or" is one too. */
const listed = (cores: readonly Node[][]): readonly Node[][] => {
  const [head = [], ...rest] = cores;
  const isListed =
    head.length > 1 &&
    head.slice(1).every(({ link }) => link === 'comma') &&
    cores.flat().every(isThing);
  return isListed ? [...head.map((node) => [node]), ...rest] : cores;
};

/**
 * "paused in a, or stopped in b, or crashing": two say the same of themselves, so that what the others
 * lack is not meant of them.
 */
const isEnumeration = (groups: readonly Node[][]): boolean => {
  const [first = []] = groups;
  const whole = groups.filter((group) => group.length > 1 && sameFields(group, first));
  const short = groups.filter((group) => !whole.includes(group));
  const isHead = ([node]: readonly Node[]): boolean =>
    node?.draft !== undefined && node.draft.field === first[0]?.draft?.field;
  return whole.length > 1 && groups.every(isHead) && short.every((group) => group.length === 1);
};

/**
 * "windows in a or rhel without an agent": each is of one kind and has one thing said of it, so that
 * neither is of the other.
 */
const arePairs = (groups: readonly Node[][]): boolean => {
  const [head] = groups[0] ?? [];
  const values = new Set(groups.map(([first]) => JSON.stringify(first?.where)));
  return (
    head?.draft !== undefined &&
    isSingleValued(head.draft.field) &&
    values.size === groups.length &&
    groups.every(
      ([first, said, more], index) =>
        first?.draft?.field === head.draft?.field &&
        !first?.negated &&
        said?.link === 'none' &&
        // "windows in a or rhel that is paused": that may be said of both.
        (!said.relative || index < groups.length - 1) &&
        more === undefined,
    )
  );
};

/** "windows VMs that are off and have a GPU, or that are paused": each pronoun begins one of them. */
const relativeClauses = (groups: readonly Node[][]): Combined | undefined => {
  const [first = [], ...rest] = groups;
  const split = first.findIndex(({ relative }) => relative);
  const again = first.slice(split + 1).some(({ relative }) => relative);
  const parallel = split >= 0 && !again && rest.every(([head]) => head?.relative === true);
  if (!parallel || first.slice(split).some(({ negated }) => negated)) return undefined;
  const around = first.slice(0, split);
  const cores = [first.slice(split), ...rest];
  if (cores.flat().some((node) => isAgain(node, around))) return unclear();
  return { parts: [...around.flatMap(toParts), cores.map(together)] };
};

/** What is alternative and what holds for all: decided only where the sentence decides it. */
const alternatives = (groups: readonly Node[][]): Combined => {
  const first = groups[0] ?? [];
  const last = groups.at(-1) ?? [];
  if (groups.some((group) => group.some(({ negated, draft }) => negated && draft === undefined)))
    return unclear();
  // "not a or b" can be "not (a or b)"; "not a or not b" cannot.
  const negatedHead = groups
    .slice(0, -1)
    .some(
      (group, index) =>
        isNegated(group.at(-1)) &&
        group.at(-1)?.either !== true &&
        groups[index + 1]?.[0]?.negated !== true,
    );
  const plain = groups.every((group) => group.length === 1);
  if (arePairs(groups)) return { parts: [groups.map(together)] };
  if (plain && !negatedHead) return { parts: [groups.map(together)] };
  // "paused, or stopped with 16 GB": the comma leaves what follows to the last.
  if (last[0]?.apart === true && last.length > 1 && groups.length === 2)
    return first.length === 1 ? { parts: [groups.map(together)] } : unclear();
  // "running fedora, or anything paused"
  if (last[0]?.apart === true && last[0].whole && groups.length === 2)
    return { parts: [groups.map(together)] };
  const parallel = groups.slice(1).every((group) => sameFields(first, group));
  if ((parallel && !plain) || isEnumeration(groups)) return { parts: [groups.map(together)] };
  // "windows VMs in a and stopped VMs in b": is Windows said of both?
  if (groups.slice(1).some(([head]) => head?.link === 'and')) return unclear();
  const repeated = groups.slice(1).some((group) => group[0]?.clause === true && groups.length > 0);
  const clauses = relativeClauses(groups);
  if (clauses !== undefined) return clauses;
  if (negatedHead || (repeated && first.length > 1)) return unclear();
  const split = lastClause(first);
  const end = repeated
    ? last.length
    : Math.min(firstClause(last), firstBreak(last), firstState(groups));
  const cores = listed(
    groups.map((group, index) =>
      group.slice(index === 0 ? split : 0, index === groups.length - 1 ? end : group.length),
    ),
  );
  // "either running on a or in b": all that stands between "either" and "or" is the first.
  const told = first[split]?.either === true && groups.length === 2 && last.length === 1;
  const even =
    told ||
    cores.every((core) => core.length === 1) ||
    cores.every((core) => sameFields(core, cores[0] ?? []));
  if (!even || repeated) return unclear();
  const around = [...first.slice(0, split), ...last.slice(end)];
  // What holds for all and what is one of the alternatives cannot both be so.
  if (cores.flat().some((node) => isAgain(node, around))) return unclear();
  return { parts: [...around.flatMap(toParts), cores.map(together)].sort(byStart) };
};

const startOfPart = (part: Part | Part[]): number =>
  Array.isArray(part) ? (part[0]?.start ?? 0) : part.start;

const byStart = (a: Part | Part[], b: Part | Part[]): number => startOfPart(a) - startOfPart(b);

const TIMES: ReadonlySet<string> = new Set(['changed', 'started', 'created']);

/** "no fallaron ayer": it did not happen then, or what has not failed changed then. */
const isUndated = (node: Node, beside: Node | undefined): boolean =>
  node.how === 'open' &&
  node.negated &&
  node.draft?.field === 'status' &&
  (beside?.draft?.field === 'changed' || beside?.draft?.field === 'started');

/** "except windows VMs in prod" and "did not fail today" have two readings with different rows. */
const unclearNegation = (nodes: readonly Node[]): Node | undefined =>
  nodes.find((node, index) => {
    const next = nodes[index + 1];
    if (isUndated(node, nodes[index - 1]) || isUndated(node, next)) return true;
    if (next === undefined || !node.negated) return false;
    // "except windows ones and those in prod"
    const joined = next.link === 'none' || (next.link === 'and' && next.again);
    if (node.how === 'except') return joined && !next.negated;
    return node.how === 'verbal' && TIMES.has(next.draft?.field ?? '');
  });

/** The repeated noun of "stopped windows VMs or fedora VMs" leaves open what "stopped" belongs to. */
const isUnclearList = (nodes: readonly Node[]): boolean =>
  nodes.some((node, index) => {
    const before = nodes[index - 1];
    return (
      node.link === 'or' &&
      node.clause &&
      index > 1 &&
      before?.clause === false &&
      before.draft?.field === node.draft?.field
    );
  });

const noException = (node: Node, last: Node): Combined => ({
  question: {
    wrap: { start: node.draft?.start ?? node.start, end: last.end },
    outcome: 'ambiguous',
    message: say(
      'It is not clear how much the exception or negation takes in. Use parentheses, as in “not (windows and stopped)”.',
    ),
    suggestions: [],
  },
});

/** "neither a nor b" of two fields: both are not so. */
const neither = (node: Node): Node =>
  node.nor ? { ...node, link: 'and', negated: true, how: 'plain' } : node;

/** "except windows and the stopped ones": both are left out. */
const withExceptions = (nodes: readonly Node[]): readonly Node[] => {
  let excepts = false;
  return nodes.map((node) => {
    const listed = excepts && node.link === 'and' && node.named && !node.negated;
    excepts = listed || (node.negated && node.how === 'except');
    return listed ? { ...node, negated: true, how: 'except' } : node;
  });
};

/** "either paused or running on a" leaves open whether "on a" holds for both. */
const isUnclearEither = (nodes: readonly Node[]): boolean => {
  const start = nodes.findIndex(({ either }) => either);
  const [first, second, next] = nodes.slice(start, start + 3);
  if (start < 0 || first === undefined || second === undefined || next === undefined) return false;
  return isList(first, second) && !next.clause && next.link === 'none';
};

/**
 * "stopped a or any b that is not running": what is said of the second says again, in other words,
 * what was said of the first. Said of both it would leave out what it asks for.
 */
const isUnclearClause = (nodes: readonly Node[]): boolean =>
  nodes.some(
    ({ relative, negated, draft }, at) =>
      relative &&
      draft !== undefined &&
      nodes[at - 1]?.link === 'or' &&
      nodes.some((node) => node.draft?.field === draft.field && node.negated !== negated),
  );

/** Joins the constraints as the sentence does: lists, alternatives, and for the rest all at once. */
export const combine = (nodes: readonly Node[]): Combined => {
  if (isUnclearList(nodes)) return unclear();
  if (isUnclearEither(nodes) || isUnclearClause(nodes)) return unclear();
  const merged = withExceptions(mergeLists(nodes).map(neither));
  const unclearNode = unclearNegation(merged);
  const last = merged.at(-1);
  if (unclearNode !== undefined && last !== undefined) return noException(unclearNode, last);
  const groups = segments(merged);
  return groups.length > 1 ? alternatives(groups) : { parts: merged.flatMap(toParts) };
};
