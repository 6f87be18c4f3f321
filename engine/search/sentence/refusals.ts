import { say, type Message } from '../../messages';
import type { Beyond } from '../lexicon/senses';
import type { Question } from './draft';
import { has, senseOf, type Item } from './items';
import { isSymbol } from './skip';
import { ERROR_GROUP } from '../statuses';
import { saysTime } from './says-time';

const SENTENCES: Readonly<Record<Beyond, Message>> = {
  order: say(
    'The search only lists virtual machines; it changes nothing. Open a machine to act on it.',
  ),
  why: say(
    'The search lists virtual machines but does not explain them. Open one and ask for its diagnosis.',
  ),
  average: say(
    'The search counts and adds up, but computes no averages. Ask for a total or a count.',
  ),
  metrics: say(
    'The search reads no metrics, so it cannot tell about usage or speed. Ask for size, status or times.',
  ),
  who: say(
    'Who did something to a machine is not kept. Ask for what happened and when, or for an owner.',
  ),
  instruction: say('The search takes descriptions of virtual machines, not instructions.'),
};

const SUGGESTIONS: Readonly<Record<Beyond, readonly string[]>> = {
  order: ['stopped VMs'],
  why: ['VMs with errors'],
  average: ['total memory of VMs', 'how many VMs by status'],
  metrics: ['VMs with more than 4 vCPUs', 'running VMs with at least 16 GB'],
  who: ['VMs created in the last 7 days', 'VMs migrated in the last 7 days'],
  instruction: ['VMs with errors'],
};

export const beyond = (topic: Beyond, item: Item): Question => ({
  outcome: 'out_of_scope',
  message: SENTENCES[topic],
  suggestions: [...SUGGESTIONS[topic]],
  word: { start: item.start, end: item.end },
});

/** Only words of politeness stand before: what comes now is what the sentence wants done. */
const isHead = (items: readonly Item[], at: number): boolean =>
  !/^any$|^(?:is|are) there/.test(items[at - 1]?.text ?? '') &&
  items.slice(0, at).every((item) => has(item, 'filler') && !has(item, 'noun'));

/** "shut down this week": what was done, and when. */
const isPast = (items: readonly Item[], at: number): boolean =>
  has(items[at], 'value') &&
  has(items[at + 1], 'this', 'last', 'since', 'day', 'within') &&
  items.slice(at + 1, at + 4).some(saysTime);

/** "snapshot failed", "backup older than a week": what became of it. */
const isOutcome = (items: readonly Item[], at: number): boolean =>
  has(items[at], 'field') &&
  (has(items[at + 1], 'older', 'newer', 'compare', 'since', 'before', 'not') ||
    senseOf(items[at + 1], 'value')?.value === ERROR_GROUP);

/** "no reboot for 40 days": what was done or was not. */
const isDeed = (items: readonly Item[], at: number): boolean =>
  has(items[at], 'anchor') && has(items[at - 1], 'not', 'last');

/** An order, a why, a metric or an instruction. `early`: only what no rule may read otherwise. */
export const refusal = (
  items: readonly Item[],
  at: number,
  early: boolean,
): Question | undefined => {
  const item = items[at];
  if (item === undefined) return undefined;
  const order = senseOf(item, 'order');
  const assigned = isSymbol(items[at + 1], ':', '=', '!=');
  if (early)
    return order?.head &&
      !assigned &&
      isHead(items, at) &&
      !isPast(items, at) &&
      !isOutcome(items, at)
      ? beyond('order', item)
      : undefined;
  if (order !== undefined && !order.head && !isDeed(items, at)) return beyond('order', item);
  const percent = /^\d+(?:\.\d+)?%$/.test(item.text);
  const topic = percent ? 'metrics' : senseOf(item, 'beyond')?.topic;
  return topic && beyond(topic, item);
};

const VAGUE = {
  time: say(
    'How long is meant? Give a time, such as “in the last 24 hours” or “older than 90 days”.',
  ),
  size: say('How large is meant? Give a number, such as “more than 8 GB” or “at least 4 vCPUs”.'),
};

/** "recently", "big": meaningful, but not something to compare with. */
export const vagueness = (
  item: Item | undefined,
  next: Item | undefined,
  sentence: string,
): Question | undefined => {
  const about = senseOf(item, 'vague')?.about;
  if (item === undefined || about === undefined) return undefined;
  // "stuck deleting"
  if (has(item, 'filler') && senseOf(next, 'value')?.field === 'status') return undefined;
  const rest = `${sentence.slice(0, item.start)}${sentence.slice(item.end)}`
    .replace(/\s+/g, ' ')
    .trim();
  const exact =
    about === 'time'
      ? ['in the last 24 hours', 'created in the last 24 hours']
      : ['with more than 8 GB', 'with at least 4 vCPUs'];
  return {
    outcome: 'ambiguous',
    message: VAGUE[about],
    suggestions: exact.map((words) => `${rest} ${words}`),
    unless: about,
    word: { start: item.start, end: item.end },
  };
};
