import { draftOf, type Match, type Rule, type Scene } from './draft';
import type { Comparator } from '../lexicon/senses';
import { has, senseOf, type Item } from './items';
import { unknownVersion } from './questions';
import { skipFillers } from './skip';
import { isSystem, osVersion } from './versions';

/** "older than" of a system is about its version. */
const limitOf = (item: Item | undefined): Comparator | undefined => {
  if (has(item, 'older')) return 'lt';
  if (has(item, 'newer')) return 'gt';
  const op = senseOf(item, 'compare')?.op;
  return op === 'is' ? undefined : op;
};

/** As far as both are said: 9 is neither before nor after 9.4. */
const compareVersions = (found: string, wanted: string): number => {
  const [have, want] = [found, wanted].map((text) => text.split('.').map(Number));
  for (const [index, part] of (want ?? []).entries()) {
    const difference = (have?.[index] ?? 0) - part;
    if (difference !== 0) return difference;
  }
  return 0;
};

const holds = (op: Comparator, difference: number): boolean =>
  (op === 'lt' && difference < 0) ||
  (op === 'lte' && difference <= 0) ||
  (op === 'gt' && difference > 0) ||
  (op === 'gte' && difference >= 0);

type Limit = { family: string; op: Comparator; version: string; next: number };

const familyOf = (item: Item | undefined): string | undefined => {
  const sense = senseOf(item, 'value');
  return sense?.field === 'os' && typeof sense.value === 'string' ? sense.value : undefined;
};

/** "below rhel 8", "newer than windows 2019". */
const limitFirst = ({ items }: Scene, at: number): Limit | undefined => {
  const op = limitOf(items[at]);
  const system = skipFillers(items, at + 1);
  const family = op && familyOf(items[system]);
  const version = family && osVersion(items, system + 1);
  return op && family && version
    ? { family, op, version: version.text, next: version.next }
    : undefined;
};

const AGED: Readonly<Record<string, Comparator>> = {
  newer: 'gte',
  later: 'gte',
  older: 'lte',
  earlier: 'lte',
};

/** "rhel < 9", "rhel older than 9", "ubuntu 22.04 or newer". */
const systemFirst = ({ items }: Scene, at: number): Limit | undefined => {
  const family = familyOf(items[at]);
  if (family === undefined) return undefined;
  const early = limitOf(items[at + 1]);
  const version = osVersion(items, early === undefined ? at + 1 : skipFillers(items, at + 2));
  if (version === undefined) return undefined;
  const { text, next } = version;
  if (early !== undefined) return { family, op: early, version: text, next };
  const suffix = senseOf(items[next], 'suffix')?.op;
  if (suffix === undefined) return undefined;
  // Of a version "newer" is more, of a time it is less.
  const aged = AGED[/newer|later|older|earlier/.exec(items[next]?.text ?? '')?.[0] ?? ''];
  return { family, op: aged ?? suffix, version: text, next: next + 1 };
};

/** "RHEL machines older than version 9": the system stands before. */
const limitOfPrevious = ({ items, link, previous }: Scene, at: number): Limit | undefined => {
  const op = limitOf(items[at]);
  const family = previous?.field === 'os' && link === 'none' ? previous.value : undefined;
  const version = op && osVersion(items, skipFillers(items, at + 1));
  return op && version && typeof family === 'string' && !/\d/.test(family)
    ? { family, op, version: version.text, next: version.next }
    : undefined;
};

/** "Ubuntu guests still on 22.04", "Windows servers from 2019": a version that some machine has, not a year. */
const onVersion = (scene: Scene, at: number): Match | undefined => {
  const { items, previous, anchor, vocabulary } = scene;
  const family = previous?.field === 'os' && anchor === undefined ? previous.value : undefined;
  const on = has(items[at], 'place') && /(?:^| )(?:on|from)$/.test(items[at]?.text ?? '');
  const version = on ? osVersion(items, at + 1) : undefined;
  if (version === undefined || typeof family !== 'string' || /\d/.test(family)) return undefined;
  const value = `${family} ${version.text}`;
  return isSystem(vocabulary, value)
    ? {
        next: version.next,
        drafts: [draftOf(scene, at, version.next, { field: 'os', op: 'is', value })],
      }
    : undefined;
};

/** Windows counts its editions in two ways: 11 is neither before nor after 2019. */
const isYear = (version: string): boolean => /^(?:19|20)\d\d/.test(version);

const covers = (whole: string, part: string): boolean =>
  part === whole || part.startsWith(`${whole}.`);

/** The versions of a system that machines have and that the limit allows. */
const versionsWithin = (scene: Scene, { family, op, version }: Limit): string[] => {
  const prefix = `${family} `;
  const versions = [...scene.vocabulary.systems.keys()]
    .filter((system) => system.startsWith(prefix))
    .map((system) => system.slice(prefix.length))
    .filter((found) => /^\d[\d.]*$/.test(found) && isYear(found) === isYear(version))
    .filter((found) => holds(op, compareVersions(found, version)))
    .sort();
  return versions
    .filter((found, index) => !versions.slice(0, index).some((whole) => covers(whole, found)))
    .map((found) => `${prefix}${found}`);
};

/** "anything below rhel 8": the versions there are, one by one. */
export const versionLimitRule: Rule = (scene, at): Match | undefined => {
  const limit = limitFirst(scene, at) ?? systemFirst(scene, at) ?? limitOfPrevious(scene, at);
  if (limit === undefined) return onVersion(scene, at);
  const { family, next } = limit;
  const value = versionsWithin(scene, limit);
  const draft = draftOf(scene, at, next, { field: 'os', op: 'in', value });
  return value.length > 0
    ? { next, drafts: [draft] }
    : unknownVersion(scene, draft, next, {
        family,
        os: `“${scene.sentence.slice(draft.start, draft.end)}”`,
      });
};
