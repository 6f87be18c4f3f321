import { english, say, type Message } from '../messages';
import type { QueryContext } from './fields';
import { compile } from './query/compile';
import { describe, isLeaf, wordingOf } from './query/describe';
import type { Part } from './sentence/parts';
import type { Chip, Predicate } from './types';

type Parts = readonly (Part | Part[])[];

/** Exactly the query the chips show: alternatives of one group are joined by "any". */
export const whereOf = (chips: readonly Pick<Chip, 'where' | 'group'>[]): Predicate => {
  const all: Predicate[] = [];
  const groups = new Map<string, Predicate[]>();
  for (const { where, group } of chips) {
    const known = group === undefined ? undefined : groups.get(group);
    if (known !== undefined) known.push(where);
    else if (group === undefined) all.push(where);
    else {
      const any = [where];
      groups.set(group, any);
      all.push({ any });
    }
  }
  const [only] = all;
  return all.length === 1 && only !== undefined ? only : { all };
};

const COMPOUND = say('Condition');

type Words = { field: string; label: Message; operator: Message; value: string };

const wording = (where: Predicate, context: QueryContext): Words => {
  const positive = 'not' in where ? where.not : where;
  const words = isLeaf(positive) ? wordingOf(positive, context) : undefined;
  return isLeaf(positive) && words !== undefined
    ? {
        field: positive.field,
        label: words.label,
        operator: words.operator,
        value: words.value,
      }
    : { field: '', label: COMPOUND, operator: say('is'), value: describe(positive, context) };
};

const chipOf = (part: Part, id: string, group: string | undefined, context: QueryContext): Chip => {
  const compiled = compile(part.where, context);
  const where = 'problem' in compiled ? part.where : compiled.where;
  const { field, label, operator, value } = wording(where, context);
  const detail = part.detail ?? part.draft?.detail;
  return {
    id,
    field,
    label: english(label),
    labelMessage: label,
    operator: english(operator),
    operatorMessage: operator,
    value,
    ...(detail === undefined ? {} : { detail: english(detail), detailMessage: detail }),
    ...(part.negated ? { negated: true } : {}),
    ...(group === undefined ? {} : { group }),
    confidence: part.draft?.confidence ?? 'high',
    span: [part.start, part.end],
    where,
  };
};

/** One chip per constraint, in the order of the sentence. */
export const chipsOf = (parts: Parts, context: QueryContext): Chip[] => {
  const chips: Chip[] = [];
  let groups = 0;
  for (const part of parts) {
    if (!Array.isArray(part)) {
      chips.push(chipOf(part, `c${chips.length + 1}`, undefined, context));
      continue;
    }
    groups += 1;
    for (const alternative of part) {
      chips.push(chipOf(alternative, `c${chips.length + 1}`, `g${groups}`, context));
    }
  }
  return chips;
};
