import { fieldNamed } from '../fields';
import type { Sense } from '../lexicon/senses';
import type { Vocabulary } from '../vocabulary';
import { has, senseOf, type Item } from './items';
import { isSymbol, skipFillers } from './skip';

const isLinux = (item: Item | undefined): boolean => {
  const sense = senseOf(item, 'value');
  return sense?.field === 'os' && sense.value === 'Linux';
};

/** "linux rhel" is RHEL: the system is said twice, once by its kernel. */
export const systemAt = (items: readonly Item[], at: number): number => {
  const next = senseOf(items[at + 1], 'value');
  return isLinux(items[at]) && next?.field === 'os' && isKernelOf(next.value) ? at + 1 : at;
};

const isKernelOf = (system: unknown): boolean =>
  typeof system === 'string' && !/^(?:Windows|FreeBSD|Linux)/.test(system);

/** "ubuntu linux 24.04" */
export const isLinuxOf = (
  { field, value }: Extract<Sense, { is: 'value' }>,
  next: Item | undefined,
): boolean => field === 'os' && isKernelOf(value) && isLinux(next);

/** "windows": the word for an operating system. */
export const isSystemWord = (item: Item | undefined): boolean =>
  senseOf(item, 'value')?.field === 'os';

/** Whether an operating system stands before, and whether with its version: "RHEL 8 hosts". */
export const systemBefore = (
  items: readonly Item[],
  at: number,
): 'plain' | 'versioned' | undefined => {
  if (isSystemWord(items[at - 1])) return 'plain';
  const version = /^\d[\d.k]*$/.test(items[at - 1]?.text ?? '');
  return version && isSystemWord(items[at - 2]) ? 'versioned' : undefined;
};

/** Words between a system and its version. */
export const VERSION: ReadonlySet<string> = new Set([
  ...['version', 'versions', 'release', 'stream', 'v', 'ver'],
  ...['osversion', 'os-version', 'os_version'],
]);

/** What may follow a version as well as an amount: "rhel 8 or newer". */
const OF_VERSIONS =
  /(?:newer|older|later|earlier|above|higher|below|lower|up|superior|posterior|supérieure?|récente?|neuer|höher|aufwärts|以降の?|以上の?|及以上的?|이상[의인]?)$/;

const isVersion = (item: Item | undefined): item is Item =>
  item?.kind === 'word' &&
  /^(?:stream)?\d{1,4}(?:\.\d{1,3}){0,2}(?:\.x)?$|^2k\d\d(?:r2)?$/.test(item.text);

/** What a number may be of: "windows 8 disks", but not "rhel 9 gpu". */
const isMeasured = (item: Item | undefined): boolean =>
  item?.senses.some(
    (sense) =>
      sense.is === 'field' && ['number', 'bytes'].includes(fieldNamed(sense.field)?.type ?? ''),
  ) === true;

/** "rhel 9", "windows server 2022", "windows version 10"; not "windows 8 GB". */
export const osVersion = (
  items: readonly Item[],
  at: number,
): { text: string; next: number } | undefined => {
  const named = VERSION.has(items[at]?.text ?? '') ? at + 1 : at;
  const start = named > at && isSymbol(items[named], '=', ':') ? named + 1 : named;
  const item = items[start];
  if (!isVersion(item)) return undefined;
  const after = items[skipFillers(items, start + 1)];
  const more = has(after, 'suffix') && !OF_VERSIONS.test(after?.text.replaceAll(' ', '') ?? '');
  const counted = isMeasured(after) || has(after, 'unit') || more;
  const bytes = /^(?:[gmt]i?b?|gigs?)$/.test(after?.text ?? '');
  return counted || bytes
    ? undefined
    : {
        text: item.text
          .replace(/^stream/, '')
          .replace(/^2k/, '20')
          .replace(/\.x$/, ''),
        next: start + 1,
      };
};

const context = { now: 0, timeZone: 'UTC' };

/** Whether some machine has this system in this version, as far as systems are known. */
export const isSystem = ({ systems }: Vocabulary, text: string): boolean => {
  const test = fieldNamed('os')?.operators.is?.prepare(text, context)?.test;
  return systems.size === 0 || [...systems.values()].some((record) => test?.(record) !== 'no');
};
