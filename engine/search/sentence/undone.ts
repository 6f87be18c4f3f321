import { say } from '../../messages';
import type { Anchor } from '../lexicon/senses';
import type { Match, Question, Rule, Scene } from './draft';
import { has, senseOf, type Item } from './items';
import { saysTime } from './says-time';
import { timeRule } from './time';

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

/** "did not start today", "haven't come up since monday": without a time it failed to. */
export const undoneRule: Rule = (scene, at) => {
  const { items } = scene;
  const done = doneBy(scene, at);
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
