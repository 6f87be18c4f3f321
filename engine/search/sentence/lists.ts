import { fieldNamed } from '../fields';
import type { Draft } from './draft';
import type { Node } from './parts';

const EQUAL: ReadonlySet<string> = new Set(['is', 'in', 'startsWith', 'endsWith']);
const ENDS: ReadonlySet<string> = new Set(['startsWith', 'endsWith']);

/** One value cannot be both, but it can start with one text and end with another. */
export const excludes = (first: string, second: string): boolean =>
  EQUAL.has(first) &&
  EQUAL.has(second) &&
  (first === second || !ENDS.has(first) || !ENDS.has(second));

export const isSingleValued = (field: string): boolean => fieldNamed(field)?.multiple !== true;

const keyOf = ({ op, value }: Draft): string | undefined =>
  op === 'is' && typeof value === 'string' && value.includes('=') ? value.split('=')[0] : undefined;

/** A machine has one value of a label. */
const sameKey = (first: Draft, second: Draft): boolean => {
  const all = first.op === 'in' && Array.isArray(first.value) ? first.value : [first.value];
  const keys = new Set([
    ...all.map((value) => keyOf({ ...first, op: 'is', value })),
    keyOf(second),
  ]);
  return keys.size === 1 && !keys.has(undefined);
};

/** "centos, stream 10": the second says more of the first. */
const saysMore = (first: Draft, second: Draft): boolean =>
  first.field === 'os' &&
  second.field === 'os' &&
  String(second.value).startsWith(`${String(first.value)} `);

const HOST_STATES: ReadonlySet<string> = new Set(['nodeCordoned', 'nodeReady']);

/** "on a cordoned or not ready node": both are said of the one node. */
const areOfOneNode = (first: Draft, second: Draft, { link }: Node): boolean =>
  link === 'or' && HOST_STATES.has(first.field) && HOST_STATES.has(second.field);

/** "a and b" of a field that has one value at a time can only mean either of them. */
export const isList = (before: Node, node: Node): boolean => {
  const [first, second] = [before.draft, node.draft];
  if (first === undefined || second === undefined || node.negated) return false;
  if (before.negated && node.contrasts) return false;
  // "the storage is down, which running VMs …" is no list of states.
  if (node.link === 'comma' && node.asks) return false;
  if (second.narrows === true || (node.link === 'comma' && saysMore(first, second))) return false;
  if (first.opposite === true || (node.link === 'none' && second.bare !== true)) return false;
  const loose = first.loose === true && second.loose === true && node.link !== 'comma';
  if (first.field !== second.field)
    return loose || (before.negated === node.negated && areOfOneNode(first, second, node));
  // A machine has many labels: what is not just a further key is a constraint of its own.
  // "not part of team a or team b": the key is said again.
  // "except squad a and squad b"
  const joined = node.link === 'or' || (before.how === 'except' && node.link === 'and');
  const again = joined && first.negated !== true && sameKey(first, second);
  if (first.field === 'label' && before.negated) return second.bare === true || again;
  if (first.field === 'label' && sameKey(first, second)) return true;
  if (node.link === 'or') return true;
  return excludes(first.op, second.op) && isSingleValued(first.field);
};

const valuesOf = ({ op, value }: Draft): unknown[] | undefined =>
  op === 'is' ? [value] : op === 'in' && Array.isArray(value) ? value : undefined;

const canList = (field: string): boolean => fieldNamed(field)?.operators.in !== undefined;

const joinedDraft = (first: Draft, second: Draft): Draft | undefined => {
  const [values, more] = [valuesOf(first), valuesOf(second)];
  if (first.field !== second.field || !canList(first.field)) return undefined;
  if (values === undefined || more === undefined) return undefined;
  const detail = first.detail ?? second.detail;
  return {
    ...first,
    op: 'in',
    value: [...values, ...more],
    end: second.end,
    confidence: first.confidence === 'high' ? second.confidence : first.confidence,
    ...(detail === undefined ? {} : { detail }),
  };
};

const merge = (before: Node, node: Node): Node => {
  const whole = { ...before, end: node.end };
  const draft = before.draft && node.draft && joinedDraft(before.draft, node.draft);
  if (draft !== undefined) {
    return { ...whole, draft, where: { field: draft.field, op: 'in', value: draft.value } };
  }
  const wheres = 'any' in before.where ? before.where.any : [before.where];
  return { ...whole, where: { any: [...wheres, node.where] } };
};

/** "paused, or stopped with 16 GB": the only joint of a list, behind which more is said. */
const beginsAnew = (nodes: readonly Node[], at: number): boolean =>
  nodes[at]?.apart === true &&
  nodes.every((node, index) => index <= at || ['none', 'and'].includes(node.link)) &&
  nodes.slice(1, at).every(({ link }) => link === 'none') &&
  nodes[at + 1] !== undefined;

export const mergeLists = (nodes: readonly Node[]): Node[] => {
  const merged: Node[] = [];
  for (const [at, node] of nodes.entries()) {
    const before = merged.at(-1);
    if (before !== undefined && isList(before, node) && !beginsAnew(nodes, at))
      merged[merged.length - 1] = merge(before, node);
    else merged.push(node);
  }
  return merged;
};
