import { english, say, type Message } from '../messages';
import type { FixDraft } from './rule';
import type { Found, RuleOutcome } from './run';
import type { Check, Fix, RootCause } from './types';

export const renderFix = ({ description, effect, ...fix }: FixDraft): Fix => ({
  ...fix,
  description: english(description),
  descriptionMessage: description,
  ...(effect === undefined ? {} : { effect: english(effect), effectMessage: effect }),
});

export const renderCause = ({ rule, finding }: Found): RootCause => ({
  id: rule.id,
  title: english(rule.title),
  titleMessage: rule.title,
  severity: finding.severity,
  confidence: finding.confidence,
  explanation: english(finding.explanation),
  explanationMessage: finding.explanation,
  evidence: [...finding.evidence],
  fixes: finding.fixes.map(renderFix),
});

const RISKS = ['safe', 'confirm', 'manual'] as const;

/** Every fix once, those of the first cause first, the least risky of each cause first. */
export const suggestionsOf = (causes: readonly RootCause[]): Fix[] => {
  const all = causes.flatMap(({ fixes }) =>
    [...fixes].sort((a, b) => RISKS.indexOf(a.risk) - RISKS.indexOf(b.risk)),
  );
  const identity = ({ id, command }: Fix): string => `${id} ${command ?? ''}`;
  return all.filter(
    (fix, index) => all.findIndex((other) => identity(other) === identity(fix)) === index,
  );
};

const resultOf = ({
  findings,
  missed,
}: RuleOutcome): { result: Check['result']; message: Message } => {
  const [finding] = findings;
  if (finding !== undefined) {
    const result = finding.severity === 'critical' ? 'failed' : 'warning';
    return {
      result: finding.severity === 'info' ? 'passed' : result,
      message: finding.explanation,
    };
  }
  return missed.length > 0
    ? { result: 'unchecked', message: say('Something this rests on could not be read.') }
    : { result: 'passed', message: say('No sign of it.') };
};

export const renderCheck = (outcome: RuleOutcome): Check => {
  const { result, message } = resultOf(outcome);
  return {
    id: outcome.rule.id,
    name: english(outcome.rule.title),
    nameMessage: outcome.rule.title,
    result,
    message: english(message),
    messageMessage: message,
  };
};
