import { formatTime } from '../../kubernetes';
import { say } from '../../messages';
import type { Anchor } from '../lexicon/senses';
import { draftOf, type Match, type Question, type Rule, type Scene } from './draft';
import { has, senseOf, type Item } from './items';
import { saysTime } from './says-time';
import { skipFillers } from './skip';
import { timedFieldOf, timeRule } from './time';
import { before, spanAt } from './time-points';

const NEVER: Question = {
  outcome: 'ambiguous',
  message: say(
    'Whether a machine ever ran is not kept. Ask for stopped VMs, or give a time, as in “not started for 30 days”.',
  ),
  suggestions: ['stopped VMs', 'VMs not started for 30 days'],
};

/** "never started": only the latest start is kept, and only while the machine runs. */
const never = ({ items, negated }: Scene, at: number): boolean =>
  negated && senseOf(items[at], 'anchor')?.field === 'started' && !items.some(saysTime);

const startsAt = (first: Item | undefined, second: number): number =>
  Math.min(first?.start ?? second, second);

const DEEDS: Readonly<Record<string, Anchor>> = {
  ...{ create: 'created', add: 'created', deploy: 'created', build: 'created' },
  ...{ start: 'started', restart: 'started', reboot: 'started' },
};

/** "what did alice create this month": told of what was done, and when. */
const doneBy = (scene: Scene, at: number): Match | undefined => {
  const { items } = scene;
  const anchor = DEEDS[items[at]?.text ?? ''];
  if (anchor === undefined || items[at - 2]?.text !== 'did') return undefined;
  return timeRule({ ...scene, anchor, anchorIsState: false, event: undefined }, at + 1);
};

/** "for 30 days without a backup": what has been lacking all that time was not made in it. */
const lacking = (scene: Scene, at: number): Match | undefined => {
  const { items, context, anchor, event, negated } = scene;
  const lasting = has(items[at], 'for', 'since') && !has(items[at], 'within');
  const start = lasting ? skipFillers(items, at + 1) : at;
  const compare = senseOf(items[start], 'compare')?.op;
  const least = compare === undefined ? lasting : compare === 'gt' || compare === 'gte';
  const span = spanAt(items, compare === undefined ? start : start + 1);
  if (span === undefined || !least || negated || anchor !== undefined || event !== undefined)
    return undefined;
  const denied = skipFillers(items, span.next);
  const made = skipFillers(items, denied + 1);
  const field = has(items[denied], 'not') ? timedFieldOf(items[made]) : undefined;
  if (field === undefined) return undefined;
  const value = formatTime(before(context.now, span, context.timeZone));
  const parts = { field, op: 'since', value, negated: true };
  return { next: made + 1, drafts: [draftOf(scene, at, made + 1, parts)] };
};

/** "did not start today", "haven't come up since monday": without a time it failed to. */
export const undoneRule: Rule = (scene, at) => {
  const { items } = scene;
  const done = doneBy(scene, at) ?? lacking(scene, at);
  if (done !== undefined) return done;
  if (never(scene, at)) return { next: at + 1, question: NEVER };
  if (!has(items[at], 'undone')) return undefined;
  const asked: Scene = {
    ...scene,
    anchor: 'started',
    anchorIsState: false,
    event: undefined,
    negated: true,
  };
  const match = timeRule(asked, at + 1);
  const drafts = match?.drafts?.map((draft) => ({
    ...draft,
    start: startsAt(items[at], draft.start),
    negated: true,
  }));
  return match && { ...match, drafts };
};
