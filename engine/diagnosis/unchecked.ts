import {
  byCodeUnit,
  eventTimeOf,
  MINUTE,
  parseTime,
  RESOURCES,
  type KubeObject,
} from '../kubernetes';
import { english, say } from '../messages';
import type { GatheredFacts, Missed } from './facts';
import { isReady } from './intent';
import { failureAskedAbout, stalledMigration } from './migrations';
import type { Rule, RuleContext } from './rule';
import type { RuleOutcome } from './run';
import { mayBeLooping, wasEndedOften } from './shutdowns';
import type { Unchecked, Verdict } from './types';
import { uncheckedSentence } from './unread';

const keyOf = ({ resource, reason, namespace, name }: Missed): string =>
  [resource.plural, namespace ?? '', name ?? '', reason].join('/');

/** One entry for each read that gave nothing, with the causes that it leaves open. */
export const uncheckedOf = (
  outcomes: readonly RuleOutcome[],
  others: readonly Missed[] = [],
): Unchecked[] => {
  const entries = new Map<string, { missed: Missed; couldHide: Set<string> }>();
  const entryOf = (missed: Missed) => {
    const entry = entries.get(keyOf(missed)) ?? { missed, couldHide: new Set<string>() };
    entries.set(keyOf(missed), entry);
    return entry;
  };
  for (const missed of others) entryOf(missed);
  for (const { rule, findings, missed } of outcomes) {
    if (findings.length > 0) continue;
    for (const read of missed) entryOf(read).couldHide.add(rule.id);
  }
  return [...entries.entries()]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([, { missed, couldHide }]) => {
      const message =
        missed.because ?? uncheckedSentence({ ...missed, plural: missed.resource.plural });
      return {
        resource: missed.resource.plural,
        reason: missed.reason,
        message: english(message),
        messageMessage: message,
        ...(missed.namespace === undefined ? {} : { namespace: missed.namespace }),
        ...(missed.name === undefined ? {} : { name: missed.name }),
        couldHide: [...couldHide].sort(byCodeUnit),
      };
    });
};

const readsEvents = ({ needs, uses = [] }: Rule): boolean =>
  [...needs, ...uses].some((need) => need === 'events' || need === 'earlierEvents');

/** Only when asked does it matter what keeps an operation from going on. */
const isOfOperation = ({ stage }: Rule): boolean => stage === 'migration' || stage === 'operation';

/** So long a controller that works is seldom silent. */
const SILENCE = 5 * MINUTE;

const isQuiet = (events: readonly KubeObject[], now: number): boolean =>
  events.every((event) => now - (parseTime(eventTimeOf(event)) ?? 0) > SILENCE);

/**
 * API servers keep events for an hour by default. When nothing that is sure explains the state,
 * what would have explained it may have been in one that is gone.
 */
export const goneEvents = (
  facts: GatheredFacts,
  outcomes: readonly RuleOutcome[],
  verdict: Verdict,
  context: RuleContext,
): Unchecked[] => {
  const { topics } = context;
  const { vm, events } = facts;
  const isWell =
    isReady(vm.value ?? {}) &&
    failureAskedAbout(facts, context) === undefined &&
    stalledMigration(facts, context) === undefined &&
    !mayBeLooping(facts, context.now);
  const seen = events.value ?? [];
  const found = outcomes.flatMap(({ findings }) => findings);
  const worst = found.some(({ severity }) => severity === 'critical') ? 'critical' : 'warning';
  // A critical cause that nothing reports now may not be the one that stops the VM.
  const isSure = found.some(
    ({ severity, confidence, blocking }) =>
      severity === worst && confidence === 'certain' && (worst !== 'critical' || blocking === true),
  );
  const isOpen =
    verdict === 'problem' || verdict === 'unknown'
      ? !isSure
      : verdict === 'in_progress' && (isQuiet(seen, context.now) || wasEndedOften(seen));
  if (!isOpen || isWell || events.missed.length > 0) return [];
  const couldHide = outcomes
    .filter(({ rule, findings }) => findings.length === 0 && readsEvents(rule))
    .filter(({ rule }) => topics.size > 0 || !isOfOperation(rule))
    .map(({ rule }) => rule.id);
  const message = say(
    'No event proves a cause. Clusters keep events for about an hour, so older ones are gone.',
  );
  return [
    {
      resource: RESOURCES.events.plural,
      reason: 'unavailable',
      message: english(message),
      messageMessage: message,
      couldHide: couldHide.sort(byCodeUnit),
    },
  ];
};
