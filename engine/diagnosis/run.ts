import { byCodeUnit } from '../kubernetes';
import type { Gathered, GatheredFacts, Missed, NeedName } from './facts';
import { mergeShared } from './merge';
import { viewOf } from './view';
import type { Finding, Rule, RuleContext } from './rule';
import { STAGES } from './stages';

/** A finding and the rule it came from. */
export type Found = { readonly rule: Rule; readonly finding: Finding };

/** What came of one rule. `unchecked`: a need could not be read, wholly or in part. */
export type RuleOutcome = {
  readonly rule: Rule;
  readonly findings: readonly Finding[];
  readonly missed: readonly Missed[];
};

const isUnknown = (gathered: Gathered<unknown> | undefined): boolean =>
  gathered === undefined || (gathered.value === undefined && gathered.missed.length > 0);

const NOTHING_MISSED: readonly Missed[] = [];

/** What of these needs could not be read; mostly nothing, and every rule of every diagnosis asks. */
const missedOf = (
  facts: Partial<GatheredFacts>,
  declared: readonly NeedName[],
): readonly Missed[] => {
  let missed = NOTHING_MISSED;
  for (const need of declared) {
    const found = facts[need]?.missed;
    if (found !== undefined && found.length > 0) missed = [...missed, ...found];
  }
  return missed;
};

/** Runs a rule, unless something it needs could not be read or was not gathered at all. */
export const runRule = (
  rule: Rule,
  facts: Partial<GatheredFacts>,
  context: RuleContext,
): RuleOutcome => {
  const declared: readonly NeedName[] =
    rule.uses === undefined ? rule.needs : [...rule.needs, ...rule.uses];
  const missed = missedOf(facts, declared);
  if (rule.needs.some((need) => isUnknown(facts[need]))) return { rule, findings: [], missed };
  return { rule, findings: rule.run(viewOf(facts, declared), context), missed };
};

const SEVERITIES = ['critical', 'warning', 'info'] as const;

const rank = ({ rule, finding }: Found): number[] => [
  finding.severity === 'info' ? 1 : 0,
  finding.blocking === true ? 0 : 1,
  STAGES.indexOf(rule.stage),
  SEVERITIES.indexOf(finding.severity),
  // A disk is made before it is filled.
  rule.id.startsWith('importer-') ? 1 : 0,
];

const byRank = (a: Found, b: Found): number => {
  const [left, right] = [rank(a), rank(b)];
  const different = left.findIndex((value, index) => value !== right[index]);
  return different < 0
    ? byCodeUnit(a.rule.id, b.rule.id)
    : (left[different] ?? 0) - (right[different] ?? 0);
};

/** A disk that is not there, beside the cause in the storage for which it is not. */
const isOfDisk = ({ finding: { disk } }: Found, roots: readonly Found[]): boolean =>
  disk !== undefined &&
  roots.some(
    ({ rule, finding }) => rule.stage === 'storage' && finding.explanation.params.disk === disk,
  );

/**
 * What remains when causes that a deeper one explains are dropped: the cause that blocks now
 * first, then by the stage the controllers reach next.
 */
export const judge = (outcomes: readonly RuleOutcome[]): Found[] => {
  const found = outcomes.flatMap(({ rule, findings }) =>
    findings.map((finding) => ({ rule, finding })),
  );
  const explained = new Set(
    found.flatMap(({ rule, finding }) => [...(rule.explains ?? []), ...(finding.explains ?? [])]),
  );
  const isExplained = ({ rule }: Found): boolean =>
    explained.has(rule.id) || explained.has(rule.stage);
  const roots = found.filter((one) => one.rule.wrapper !== true && !isExplained(one));
  const hasRoot = roots.some(({ finding }) => finding.severity === 'critical');
  const isWrong = roots.some(({ finding }) => finding.severity !== 'info');
  // A state that is none to worry about is no cause beside one that is.
  const isCovered = ({ rule, finding }: Found): boolean =>
    rule.wrapper === true && (hasRoot || (isWrong && finding.severity === 'info'));
  const isEffect = (one: Found): boolean =>
    isExplained(one) || isCovered(one) || isOfDisk(one, roots);
  return mergeShared(found.filter((one) => !isEffect(one))).sort(byRank);
};
