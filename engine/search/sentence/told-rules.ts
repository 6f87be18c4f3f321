import { kindsOf } from '../vocabulary';
import { asks, clauseStart, isHead, isTalk, isWhen } from './asides';
import { breaks, endsClause } from './breaks';
import type { Rule, Scene } from './draft';
import { has, senseOf, type Item } from './items';
import { isSymbol } from './skip';

const FATES: ReadonlySet<string> = new Set([
  'went',
  'dead',
  'gone',
  'rebooted',
  'notready',
  'lost',
]);

/** "would fail if worker-2 …": what follows becomes of the node, and of no machine. */
const isSupposed = (items: readonly Item[]): boolean =>
  items.some(
    (item) => has(item, 'place') && /(?:^| )(?:if|when|once|in case)(?: |$)/.test(item.text),
  );

/** "node worker-2 went down, what was on it": what became of the node, told before it is asked. */
const nodeFate: Rule = (scene, at) => {
  const { items, previous, sentence } = scene;
  if (previous === undefined || sentence.slice(previous.end, items[at]?.start).trim() !== '')
    return undefined;
  const supposed = isSupposed(items.slice(0, at));
  if (previous.field !== 'node' && !supposed) return undefined;
  let [next, told] = [at, false];
  while (!breaks(items[next]) && !endsClause(scene, next - 1)) {
    const item = items[next];
    const bad = has(item, 'hostState', 'there') || senseOf(item, 'value')?.field === 'status';
    if (!bad && !has(item, 'filler') && !FATES.has(item?.text ?? '')) return undefined;
    told ||= bad || FATES.has(item?.text ?? '');
    next += 1;
  }
  const asked = items.slice(next + 1, next + 4).some((item) => has(item, 'which') || asks(item));
  return told && (supposed || (items[next] !== undefined && asked)) ? { next } : undefined;
};

/** Of what is planned, this is asked of us. */
const ORDERS: ReadonlySet<string> = new Set([
  ...['delete', 'remove', 'stop', 'shut down', 'power off', 'switch off'],
]);

/** "we need to patch RHEL 8, which VMs …": the plan is told, the list is asked for. */
const isPlan = (scene: Scene, at: number): boolean => {
  const { items } = scene;
  const item = items[at];
  if (!isTalk(item, 'deed') || ORDERS.has(item?.text ?? '')) return false;
  const asked = items.findIndex((_other, index) => index >= at && endsClause(scene, index));
  return (
    / to$|^to$/.test(items[at - 1]?.text ?? '') &&
    asked >= at &&
    items.slice(asked + 1, asked + 5).some((other) => has(other, 'which', 'count'))
  );
};

const WORKS = /^(?:maintenance|patching|downtime) /;

/** Whether what is done is told before in the clause. */
const isPlanned = (scene: Scene, at: number): boolean => {
  const { items } = scene;
  const start = clauseStart(scene, at);
  const purposes = isTalk(items[start], 'purpose');
  return items
    .slice(start, at)
    .some(
      (item, index) =>
        WORKS.test(item.text) ||
        (isTalk(item, 'deed') && (purposes || isPlan(scene, start + index))),
    );
};

/** "drain worker-1 tonight": when it is planned says nothing of machines. */
const planned: Rule = (scene, at) => {
  const { items } = scene;
  if (isPlan(scene, at) && isHead(scene, at)) return { next: at + 1 };
  if (!isWhen(items[at]) || !isPlanned(scene, at)) return undefined;
  let next = at + 1;
  while (isWhen(items[next])) next += 1;
  return { next };
};

const CLOSING =
  /^(?:thanks|thank you|thx|cheers|br|mfg|gruß|saludos|cordialement|(?:vielen )?danke?(?: schön)?|(?:muchas )?gracias|merci(?: beaucoup)?|.* thanks|(?:.* )?regards|best wishes)$/;

/** "Thanks, Bob" at the end: who asks, not whose machines are asked for. */
const signature: Rule = ({ items, vocabulary }, at) => {
  if (at === 0 || !CLOSING.test(items[at]?.text ?? '')) return undefined;
  const [comma, name, ...more] = items.slice(at + 1);
  const signed =
    isSymbol(comma, ',') &&
    name?.kind === 'word' &&
    name.senses.length === 0 &&
    kindsOf(vocabulary, name.text).length === 0;
  return signed && more.length === 0 ? { next: items.length } : undefined;
};

/** What is told around a question in several clauses, and says nothing of machines. */
export const toldRules: Rule = (scene, at) =>
  nodeFate(scene, at) ?? planned(scene, at) ?? signature(scene, at);
