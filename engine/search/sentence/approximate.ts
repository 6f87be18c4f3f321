import { say } from '../../messages';
import { fieldNamed } from '../fields';
import type { Draft, Rule, Scene } from './draft';
import { has, silenced, type Item } from './items';
import { quantityRule } from './quantity';
import { skipFillers } from './skip';
import { spanAt } from './time-points';

/** How far from an amount something may be that is around it. */
const SHARE = 0.1;

const AROUND = say('Within a tenth of the amount');

/** "around 8 GB" is between a tenth less and a tenth more; of what is counted, whole numbers. */
const around = (draft: Draft): Draft => {
  const { field, op, value } = draft;
  if (op !== 'is' || typeof value !== 'number') return draft;
  const [low, high] = [value * (1 - SHARE), value * (1 + SHARE)];
  const detail = { detail: AROUND, confidence: 'medium' } as const;
  if (fieldNamed(field)?.type === 'bytes')
    return { ...draft, ...detail, op: 'between', value: [low, high] };
  const [least, most] = [Math.ceil(low), Math.floor(high)];
  return least === most ? draft : { ...draft, ...detail, op: 'between', value: [least, most] };
};

const NEAR = 6;

/** The same items, in which an amount says nothing of how exact it is. */
const exact = ({ items }: Scene, at: number): Item[] =>
  items.map((item, index) =>
    index >= at && index < at + NEAR && has(item, 'approx') ? silenced(item) : item,
  );

/** "around 8 GB", "memory ~ 8 GB", "4 cores or so", "about a week ago". */
export const approximateRule: Rule = (scene, at) => {
  const { items } = scene;
  const leads = has(items[at], 'approx');
  const next = skipFillers(items, at + 1);
  const span = leads ? spanAt(items, next) : undefined;
  if (span !== undefined && has(items[span.next], 'ago')) return { next };
  const begins =
    leads ||
    has(items[at], 'field', 'compare', 'between', 'number') ||
    /^\d/.test(items[at]?.text ?? '');
  const said = begins && items.slice(at, at + NEAR).some((item) => has(item, 'approx'));
  if (!said) return undefined;
  const plain = { ...scene, items: exact(scene, at) };
  const match = quantityRule(plain, leads ? skipFillers(plain.items, at + 1) : at);
  if (match === undefined) return undefined;
  const late = has(items[match.next], 'approx') ? match.next + 1 : match.next;
  const among = items.slice(at, late).some((item) => has(item, 'approx'));
  return among ? { ...match, next: late, drafts: match.drafts?.map(around) } : undefined;
};
