import { DAY, formatTime, HOUR, isRecord, MINUTE, SECOND } from '@cnv-ai/engine/kubernetes';

const UNITS: Readonly<Record<string, number>> = { s: SECOND, m: MINUTE, h: HOUR, d: DAY };

const resolve = (text: string, now: number): string => {
  if (!text.startsWith('now')) return text;
  const match = /^now(?:([+-])(\d+)([smhd]))?$/.exec(text);
  if (match === null) return text;
  const [, sign, amount = '0', unit = 's'] = match;
  const distance = Number(amount) * (UNITS[unit] ?? 0);
  return formatTime(sign === '-' ? now - distance : now + distance);
};

/** Fields of the type MicroTime: written with six digits after the second, and read no other way. */
const MICRO = new Set(['eventTime', 'lastObservedTime']);

const filled = (key: string, entry: unknown, now: number): unknown => {
  const time = fillTimes(entry, now);
  return MICRO.has(key) && typeof time === 'string' && time !== entry
    ? time.replace(/Z$/, '.000000Z')
    : time;
};

/** Replaces every string that is `now`, `now-5m`, `now+30s` … by that time in RFC 3339. */
export const fillTimes = (value: unknown, now: number): unknown => {
  if (typeof value === 'string') return resolve(value, now);
  if (Array.isArray(value)) return value.map((entry) => fillTimes(entry, now));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, filled(key, entry, now)]),
  );
};
