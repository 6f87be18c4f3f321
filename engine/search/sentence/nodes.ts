import { toPart } from './combine';
import type { Node, Part } from './parts';
import type { Draft, Link } from './draft';
import { senseOf, type Item } from './items';
import { isSingleValued } from './lists';

/** Words read that belong to the next constraint. */
export type Waiting = {
  link: Link;
  negation: Item | undefined;
  clause: boolean;
  /** A relative pronoun stands before it. */
  relative: boolean;
  /** "which" stands before it. */
  asks: boolean;
  /** The noun stands behind what joins it: "and those …". */
  again: boolean;
  /** "anything" stands before it. */
  whole: boolean;
  either: boolean;
  /** A comma stands before "or". */
  apart: boolean;
  /** "but" stands before it. */
  contrasts: boolean;
  nor: boolean;
};

export const idle = (): Waiting => ({
  link: 'none',
  negation: undefined,
  clause: false,
  relative: false,
  asks: false,
  again: false,
  whole: false,
  either: false,
  apart: false,
  contrasts: false,
  nor: false,
});

/** The query of all parts together; alternatives are joined by "any". */
const whereOfParts = (parts: readonly (Part | Part[])[]): Part['where'] => {
  const all = parts.map((part) =>
    Array.isArray(part) ? { any: part.map(({ where }) => where) } : part.where,
  );
  const [only] = all;
  return all.length === 1 && only !== undefined ? only : { all };
};

const OTHER_SIDE: Readonly<Record<string, string>> = { since: 'before', before: 'since' };

/** What did not happen since then happened before: of what never did, no time is known. */
const turned = (draft: Draft): Draft | undefined => {
  const op = OTHER_SIDE[draft.op];
  return op !== undefined && isSingleValued(draft.field) ? { ...draft, op } : undefined;
};

/** A constraint with what waited for it. */
const leafNode = (given: Draft, waiting: Waiting, named = false): Node => {
  const how = senseOf(waiting.negation, 'not')?.how;
  const denied = (waiting.negation !== undefined) !== (given.negated ?? false);
  const other = denied ? turned(given) : undefined;
  const draft = other ?? given;
  return {
    where: { field: draft.field, op: draft.op, value: draft.value },
    draft,
    negated: denied && other === undefined,
    how,
    start: Math.min(draft.start, waiting.negation?.start ?? draft.start),
    end: Math.max(draft.end, waiting.negation?.end ?? draft.end),
    link: waiting.link,
    clause: waiting.clause,
    relative: waiting.relative,
    asks: waiting.asks,
    again: waiting.again,
    whole: waiting.whole,
    named,
    either: waiting.either,
    apart: waiting.apart,
    contrasts: waiting.contrasts,
    nor: waiting.nor,
  };
};

/** A parenthesis with what waited for it. */
export const groupNode = (
  parts: (Part | Part[])[],
  waiting: Waiting,
  open: { start: number; end: number },
  close: { end: number } | undefined,
): Node => ({
  where: whereOfParts(parts),
  parts,
  negated: waiting.negation !== undefined,
  how: senseOf(waiting.negation, 'not')?.how,
  start: waiting.negation?.start ?? open.start,
  end: close?.end ?? parts.flat().at(-1)?.end ?? open.end,
  link: waiting.link,
  clause: waiting.clause,
  relative: waiting.relative,
  asks: waiting.asks,
  again: waiting.again,
  whole: waiting.whole,
  named: false,
  either: waiting.either,
  apart: waiting.apart,
  contrasts: waiting.contrasts,
  nor: waiting.nor,
});

/** What one match says: several constraints stay together where they are negated or an alternative. */
export const matchNodes = (drafts: readonly Draft[], waiting: Waiting, named: boolean): Node[] => {
  const [first, ...more] = drafts;
  if (first === undefined) return [];
  if (more.length > 0 && (waiting.negation !== undefined || waiting.link === 'or')) {
    const parts = drafts.map((draft) => toPart(leafNode(draft, idle())));
    return [groupNode(parts, waiting, first, more.at(-1))];
  }
  return [leafNode(first, waiting, named), ...more.map((draft) => leafNode(draft, idle()))];
};
