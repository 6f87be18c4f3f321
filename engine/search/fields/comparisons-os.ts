import { say } from '../../messages';
import type { Truth } from '../query/truth';
import type { OsFact } from '../records/os';
import { LINUX_FAMILIES, OS_FAMILIES } from '../records/os-families';
import { showList, wordList } from './comparisons-text';
import type { Comparisons, Prepared } from './field';

export const LINUX = 'Linux';
export const OS_VALUES = [...OS_FAMILIES, LINUX] as const;

/** Longest first, so that "Rocky Linux 9" is not read as another family's. */
const NAMES = [...OS_VALUES].sort((a, b) => b.length - a.length);

type Wanted = { text: string; families: readonly string[]; version?: string; server?: boolean };

/** "RHEL", "RHEL 9", "Windows 2022", "Linux". */
const parseOs = (text: string): Wanted | undefined => {
  const lower = text.toLowerCase();
  const family = NAMES.find(
    (name) => lower === name.toLowerCase() || lower.startsWith(`${name.toLowerCase()} `),
  );
  if (family === undefined) return undefined;
  const edition = lower.slice(family.length).trim();
  const server = family === 'Windows' && /^server\b/.test(edition);
  const version = server ? edition.slice('server'.length).trim() : edition;
  const families = family === LINUX ? LINUX_FAMILIES : [family];
  const name = server ? `${family} Server` : family;
  return {
    text: version === '' ? name : `${name} ${version}`,
    families,
    ...(version === '' ? {} : { version }),
    ...(server ? { server } : {}),
  };
};

/** 9 holds 9.4, 22 holds 22.04, 9 does not hold 90. */
const sameVersion = (wanted: string, found: string): boolean =>
  found === wanted || found.startsWith(`${wanted}.`);

/** Editions of Windows for servers are named after years. */
const isServer = (version: string): boolean => /^20\d\d/.test(version);

const matches = ({ families, version, server }: Wanted, found: OsFact): Truth => {
  if (!families.includes(found.family))
    return found.family === 'Other' && families.length > 1 ? 'unknown' : 'no';
  if (version === undefined && server !== true) return 'yes';
  if (found.version === undefined) return 'unknown';
  if (server === true && !isServer(found.version)) return 'no';
  if (version === undefined) return 'yes';
  return sameVersion(version, found.version.toLowerCase()) ? 'yes' : 'no';
};

const prepare = (value: unknown): Prepared<OsFact> | undefined => {
  const wanted = wordList(value)?.map(parseOs);
  if (!wanted?.every((item) => item !== undefined)) return undefined;
  const texts = wanted.map(({ text }) => text);
  return {
    value: Array.isArray(value) ? texts : texts[0],
    shown: showList(texts),
    test: (found) => {
      let best: Truth = 'no';
      for (const item of wanted) {
        const result = matches(item, found);
        if (result === 'yes') return result;
        if (result === 'unknown') best = result;
      }
      return best;
    },
  };
};

const EXPECTS = `${OS_VALUES.join(', ')}, with a version or without`;

/** An operating system by family, and by version where one is given. */
export const osComparisons: Comparisons<OsFact> = {
  is: { label: say('is'), expects: EXPECTS, prepare },
  in: { label: say('is'), expects: EXPECTS, prepare },
};
