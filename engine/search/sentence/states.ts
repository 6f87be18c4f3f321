import { fieldNamed } from '../fields';
import { namedFieldOf } from './entities';
import type { Scene } from './draft';
import { has, senseOf, type Item } from './items';
import { isSymbol, skipFillers } from './skip';

const MOVES: ReadonlySet<string> = new Set(['migratable', 'migration']);

/** "and are not running": the state is said by itself. */
const isStateOf = (item: Item | undefined): boolean => senseOf(item, 'value')?.field === 'status';

/** "should be running and aren't": it is said before what they are not. */
const isTold = ({ items, previous }: Scene, at: number): boolean =>
  items[at + 1] === undefined ||
  has(items[at + 1], 'and', 'or', 'relative', 'since', 'for') ||
  isSymbol(items[at + 1], ',', ')', '?') ||
  (previous?.field === 'runStrategy' && has(items[at + 1], 'place'));

/**
 * "do not run on worker-1", "do not run Windows", "and aren't in prod-web", "but are not carol's":
 * what is negated comes now.
 */
const saysWhere = (scene: Scene, at: number): boolean => {
  const { items } = scene;
  if (senseOf(items[at], 'value')?.open === true) return !isTold(scene, at);
  const next = skipFillers(items, at + 1);
  const place = senseOf(items[next], 'place')?.prefers;
  const what = items[place === undefined ? next : skipFillers(items, next + 1)];
  return place === 'node' || senseOf(what, 'value')?.field === 'os' || isStateOf(items[at + 1]);
};

const OWN: ReadonlySet<string> = new Set(['their', 'its']);

/** "on" and "up" are words of place and number too: a state only where nothing follows them. */
export const isState = (scene: Scene, at: number): boolean => {
  const { items, vocabulary, previous } = scene;
  const next = items[at + 1];
  // "lost their guest agent"
  if (items[at]?.text === 'lost' && (has(next, 'field') || OWN.has(next?.text ?? ''))) return false;
  if (has(items[at], 'not') && saysWhere(scene, at)) return false;
  // "what cannot be migrated off worker-02"
  if (items[at]?.text === 'off')
    return !(MOVES.has(previous?.field ?? '') && vocabulary.nodes.has(next?.text ?? ''));
  if (!has(items[at], 'place', 'within')) return true;
  // "on which node"
  if (has(next, 'which')) return false;
  // "which host is web-01 on"
  const placed = items.slice(0, at).some((item) => namedFieldOf(item) === 'node');
  if (next === undefined && placed) return false;
  return (
    next === undefined || has(next, 'or', 'and', 'place', 'relative') || isSymbol(next, ',', ')')
  );
};

/** "because of their disks" is a reason of something only where that is spoken of. */
export const isExplained = ({ items }: Scene, at: number): boolean => {
  const { field, value } = senseOf(items[at], 'value') ?? {};
  const explained = fieldNamed(field ?? '')?.explains;
  if (explained === undefined) return true;
  const written = [String(value).toLowerCase(), explained.stem];
  return items.some(
    (item) =>
      written.some((text) => item.text.includes(text)) ||
      [senseOf(item, 'value')?.field, senseOf(item, 'field')?.field].includes(explained.field),
  );
};
