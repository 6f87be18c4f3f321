import { byCodeUnit } from '../kubernetes';
import { english, say, type Message } from '../messages';
import type { Missed } from './facts';
import type { RuleOutcome } from './run';
import type { Unchecked } from './types';

const sentence = ({ resource, reason, namespace, name }: Missed): Message => {
  const what = `${resource.plural}${name === undefined ? '' : ` "${name}"`}`;
  const where = namespace === undefined ? '' : ` in project ${namespace}`;
  const params = { what, where };
  switch (reason) {
    case 'forbidden':
      return say('You may not read {{what}}{{where}}.', params);
    case 'not_installed':
      return say('This cluster does not serve {{what}}.', params);
    case 'deadline':
      return say('There was no answer in time for {{what}}{{where}}.', params);
    case 'unavailable':
      return say('The cluster did not answer for {{what}}{{where}}.', params);
  }
};

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
      const message = sentence(missed);
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
