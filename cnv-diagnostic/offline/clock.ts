import { isRecord, parseTime, type KubeObject } from '@cnv-ai/engine/kubernetes';

const STAMP = /(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.\d+)? ?([+-]\d\d):?(\d\d)?/g;

/** The last time a must-gather's `timestamp` file names, in milliseconds. */
export const stampedAt = (text: string): number | undefined => {
  const times = [...text.matchAll(STAMP)].map(([, day, time, hours, minutes]) =>
    parseTime(`${day ?? ''}T${time ?? ''}${hours ?? ''}:${minutes ?? '00'}`),
  );
  return times.filter((time) => time !== undefined).at(-1);
};

/** Fields that hold when something happened; others may name a time to come. */
const PAST = /(?:Time|Timestamp|At)$|^time$/;
const FUTURE = /^(?:not|expir|renew|next|deadline)/i;

/** The latest time at which something in an object happened. */
const latestIn = (value: unknown, key: string): number => {
  if (typeof value === 'string') {
    return PAST.test(key) && !FUTURE.test(key) ? (parseTime(value) ?? 0) : 0;
  }
  if (Array.isArray(value))
    return value.reduce<number>((last, one) => Math.max(last, latestIn(one, key)), 0);
  if (!isRecord(value)) return 0;
  return Object.entries(value).reduce(
    (last, [name, one]) => Math.max(last, latestIn(one, name)),
    0,
  );
};

/** When what the objects tell was true: the latest time they name. */
export const latestOf = (objects: readonly KubeObject[]): number =>
  objects.reduce((last, object) => Math.max(last, latestIn(object, '')), 0);
