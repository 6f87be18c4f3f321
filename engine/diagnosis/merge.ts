import type { Finding } from './rule';
import type { Evidence } from './types';
import type { Found } from './run';

/** Two disks that fail for one reason say the same but for their names. */
const reasonOf = ({ rule, finding }: Found): string => {
  const { disk, ...others } = finding.explanation.params;
  return JSON.stringify([
    rule.id,
    finding.severity,
    finding.explanation.id,
    others,
    disk !== undefined,
  ]);
};

const evidenceKey = ({ source, ref, path }: Evidence): string =>
  [source, ref.kind, ref.namespace ?? '', ref.name, path].join(' ');

const uniqueBy = <T>(values: readonly T[], keyOf: (value: T) => string): T[] => [
  ...new Map(values.map((value) => [keyOf(value), value])).values(),
];

const CONFIDENCES = ['certain', 'likely', 'possible'] as const;

const together = (first: Finding, others: readonly Finding[]): Finding => {
  const all = [first, ...others];
  const { id, params } = first.explanation;
  const disks = [...new Set(all.map(({ explanation }) => explanation.params.disk))];
  return {
    ...first,
    confidence:
      CONFIDENCES.find((one) => all.some(({ confidence }) => confidence === one)) ?? 'possible',
    blocking: all.some(({ blocking }) => blocking === true),
    explanation: { id, params: { ...params, disk: disks.join(', ') } },
    evidence: uniqueBy(
      all.flatMap(({ evidence }) => evidence),
      evidenceKey,
    ),
    fixes: uniqueBy(
      all.flatMap(({ fixes }) => fixes),
      (fix) => `${fix.id} ${fix.command ?? ''}`,
    ),
    explains: all.flatMap(({ explains = [] }) => explains),
  };
};

/**
 * One cause for all the disks that it stops: findings of one rule whose explanation differs in
 * nothing but the name of the disk. What is missing for each disk apart stays apart.
 */
export const mergeShared = (found: readonly Found[]): Found[] => {
  const groups = new Map<string, Found[]>();
  for (const one of found) {
    const key = reasonOf(one);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined || others.length === 0) return first ?? [];
    if (first.finding.explanation.params.disk === undefined) return [first, ...others];
    const finding = together(
      first.finding,
      others.map((one) => one.finding),
    );
    return [{ rule: first.rule, finding }];
  });
};
