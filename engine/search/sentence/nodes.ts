import type { Node, Part } from './combine';
import type { Draft, Link } from './draft';
import { senseOf, type Item } from './items';

/** Words read that belong to the next constraint. */
export type Waiting = {
  link: Link;
  negation: Item | undefined;
  clause: boolean;
  either: boolean;
};

export const idle = (): Waiting => ({
  link: 'none',
  negation: undefined,
  clause: false,
  either: false,
});

/** The query of all parts together; alternatives are joined by "any". */
const whereOfParts = (parts: readonly (Part | Part[])[]): Part['where'] => {
  const all = parts.map((part) =>
    Array.isArray(part) ? { any: part.map(({ where }) => where) } : part.where,
  );
  const [only] = all;
  return all.length === 1 && only !== undefined ? only : { all };
};

/** A constraint with what waited for it. */
export const leafNode = (draft: Draft, waiting: Waiting): Node => {
  const how = senseOf(waiting.negation, 'not')?.how;
  return {
    where: { field: draft.field, op: draft.op, value: draft.value },
    draft,
    negated: (waiting.negation !== undefined) !== (draft.negated ?? false),
    how,
    start: Math.min(draft.start, waiting.negation?.start ?? draft.start),
    end: Math.max(draft.end, waiting.negation?.end ?? draft.end),
    link: waiting.link,
    clause: waiting.clause,
    either: waiting.either,
  };
};

/** A parenthesis with what waited for it. */
export const groupNode = (
  parts: (Part | Part[])[],
  waiting: Waiting,
  open: Item,
  close: Item | undefined,
): Node => ({
  where: whereOfParts(parts),
  parts,
  negated: waiting.negation !== undefined,
  how: senseOf(waiting.negation, 'not')?.how,
  start: waiting.negation?.start ?? open.start,
  end: close?.end ?? parts.flat().at(-1)?.end ?? open.end,
  link: waiting.link,
  clause: waiting.clause,
  either: waiting.either,
});
