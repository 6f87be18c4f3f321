import type { Sense } from '../lexicon/senses';
import { has, senseOf, type Item } from './items';
import { isSymbol } from './skip';

const YES: ReadonlySet<string> = new Set([
  ...['yes', 'true', 'on', 'enabled', 'any', 'set', 'present', 'connected', 'reporting'],
]);
const NO: ReadonlySet<string> = new Set([
  ...['no', 'false', 'off', 'disabled', 'none', 'never', 'null', 'missing', 'absent', '<none>'],
  ...['disconnected', 'notreporting', 'notconnected', 'not-reporting'],
]);

const said = (like: Item, text: string, ...senses: Sense[]): Item => ({
  ...like,
  kind: 'word',
  text,
  senses,
});

const symbol = (like: Item, text: string, ...senses: Sense[]): Item => ({
  ...said(like, text, ...senses),
  kind: 'symbol',
});

/** Keys of the console's own search, in words of ours; nothing where the values say all. */
const KEYS: Readonly<Record<string, Sense>> = {
  group: { is: 'field', field: 'folder' },
  scheduling: { is: 'filler' },
  has: { is: 'filler' },
};

/** Its values that are no words of ours. */
const VALUES: Readonly<Record<string, Sense>> = {
  host: { is: 'field', field: 'hostDevice' },
};

/** `host` of "has:host". */
const valueOf = (key: Item, value: Item): Item => {
  const sense = key.text === 'has' ? VALUES[value.text] : undefined;
  return sense === undefined ? value : said(value, value.text, sense);
};

/** "last-7-days", "from-2026-11-01", "to-2026-11-10": how it writes times. */
const timeOf = (key: Item, value: Item): readonly Item[] | undefined => {
  const [, count, unit] = /^last-(\d+)-(day|week|month|year)s?$/.exec(value.text) ?? [];
  if (count !== undefined && unit !== undefined)
    return [key, symbol(value, ':'), said(value, `${count}${unit === 'month' ? 'mo' : unit[0]}`)];
  const [, side, date] = /^(from|to)-(\d{4}-\d\d-\d\d)$/.exec(value.text) ?? [];
  if (side === undefined || date === undefined) return undefined;
  const op = side === 'from' ? 'gte' : 'lte';
  const sign = symbol(value, op === 'gte' ? '>=' : '<=', { is: 'compare', op });
  return [key, sign, { ...said(value, date), kind: 'date' }];
};

/** What was said to have happened within a time: `migrated:7d`. */
const isSpan = (key: Item, value: Item): boolean =>
  /^\d+[hdw]$/.test(value.text) && senseOf(key, 'value')?.field === 'migration';

/** Whether "yes" and "no" can be said of it; a status is off by itself. */
const canBeSo = (key: Item): boolean =>
  has(key, 'value', 'hostState') ||
  (has(key, 'field') && senseOf(key, 'field')?.field !== 'status');

/** `tpm:no`, `snapshot:none`, `running:true`. */
const answered = (key: Item, sign: Item, value: Item): readonly Item[] | undefined => {
  const yes = YES.has(value.text);
  const label = key.senses.length === 0 && sign.text === ':' && value.text === 'none';
  if (!label && !(canBeSo(key) && (yes || NO.has(value.text)))) return undefined;
  const whole = { ...key, end: value.end };
  const lead = said(key, '', yes ? { is: 'filler' } : { is: 'not', how: 'plain' });
  return [...(yes ? [symbol(key, '(')] : []), lead, whole, ...(yes ? [symbol(value, ')')] : [])];
};

const pairOf = (key: Item, sign: Item, value: Item): readonly Item[] | undefined => {
  const times = has(key, 'anchor', 'field') ? timeOf(key, value) : undefined;
  if (times !== undefined) return times;
  if (isSpan(key, value)) return [key, said(sign, 'last', { is: 'last', rolling: true }), value];
  return sign.text === '!=' ? undefined : answered(key, sign, value);
};

const touch = (before: Item | undefined, after: Item | undefined): boolean =>
  before !== undefined && before.end === after?.start;

/** Values of one key, with commas between them and no space. */
const valuesAt = (items: readonly Item[], at: number): Item[] => {
  const values = items.slice(at, at + 1);
  for (
    let next = at + 1;
    isSymbol(items[next], ',') && touch(items[next], items[next + 1]);
    next += 2
  )
    values.push(...items.slice(next + 1, next + 2));
  return values;
};

/** One of what is listed is enough. */
const anyOf = (values: readonly Item[], each: (value: Item) => Item[]): readonly Item[] =>
  values.flatMap((value, index) => [
    index === 0 ? symbol(value, '(') : said(value, 'or', { is: 'or' }),
    ...each(value),
    ...(index === values.length - 1 ? [symbol(value, ')')] : []),
  ]);

/** Things of which one is there: `has:gpu,host`. */
const anyThing = (key: Item, values: readonly Item[]): readonly Item[] =>
  anyOf(values, (value) => [said(value, '', { is: 'filler' }), valueOf(key, value)]);

/** Times that do not overlap: `created:yesterday,today`. */
const anyDay = (key: Item, values: readonly Item[]): readonly Item[] | undefined =>
  values.length > 1 && has(key, 'anchor', 'field') && values.every((value) => has(value, 'day'))
    ? anyOf(values, (value) => [key, value])
    : undefined;

/** `created:last-7-days`, `has:gpu,host`, `migratable:no`: keys and values as other programs write them. */
export const assigned = (items: readonly Item[]): readonly Item[] => {
  const found: Item[] = [];
  for (let at = 0; at < items.length; at += 1) {
    const [key, sign, value] = items.slice(at, at + 3);
    if (key === undefined) break;
    found.push(key);
    const written = isSymbol(sign, ':', '=', '!=') && touch(key, sign) && touch(sign, value);
    if (!written || sign === undefined || value === undefined) continue;
    const sense = Object.hasOwn(KEYS, key.text) ? KEYS[key.text] : undefined;
    const values = valuesAt(items, at + 2);
    const days = anyDay(key, values);
    const pairs = values.map((one) => pairOf(key, sign, one));
    if (sense?.is === 'field') found.splice(-1, 1, said(key, key.text, sense));
    else if (sense !== undefined) found.splice(-1, 1, ...anyThing(key, values));
    else if (days !== undefined) found.splice(-1, 1, ...days);
    else if (pairs.every((pair) => pair !== undefined)) found.splice(-1, 1, ...pairs.flat());
    else continue;
    if (sense?.is !== 'field') at += 2 * values.length;
  }
  return found;
};
