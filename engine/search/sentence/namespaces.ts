import { say, type Message } from '../../messages';
import { isGlob, matchesGlob } from '../query/glob';
import type { Vocabulary } from '../vocabulary';
import { draftOf, type Match, type Scene } from './draft';

/** Live namespaces a word stands for: as patterns of the query, and one by one. */
export type Expansion = { patterns: string[]; names: string[] };

/** Labels of a namespace that say what it is for; only the part after the prefix counts. */
const PURPOSES: ReadonlySet<string> = new Set(['env', 'environment', 'stage', 'tier', 'purpose']);

const OPPOSITES: ReadonlySet<string> = new Set(['non', 'no', 'not', 'pre', 'post', 'ex', 'former']);

const says = (labels: Readonly<Record<string, string>>, words: readonly string[]): boolean =>
  Object.entries(labels).some(
    ([key, value]) =>
      PURPOSES.has(key.slice(key.lastIndexOf('/') + 1)) && words.includes(value.toLowerCase()),
  );

/** "shop-prod" is one of prod, "non-prod" and "shop-non-prod" are not. */
const endsIn = (name: string, word: string): boolean => {
  const parts = name.split('-');
  return parts.at(-1) === word && !OPPOSITES.has(parts.at(-2) ?? '');
};

/**
 * The namespaces meant by words such as "prod" or "production": by name, by prefix (`prod-*`),
 * by last part, or by a label that says what they are for (`env=production`).
 */
export const expandNamespaces = (vocabulary: Vocabulary, words: readonly string[]): Expansion => {
  const all = [...vocabulary.namespaces.keys()].sort();
  const patterns = words
    .map((word) => `${word}-*`)
    .filter((pattern) => all.some((name) => matchesGlob(pattern, name)));
  const covered = (name: string): boolean => patterns.some((pattern) => matchesGlob(pattern, name));
  const single = all.filter(
    (name) =>
      !covered(name) &&
      (words.includes(name) ||
        words.some((word) => endsIn(name, word)) ||
        says(vocabulary.namespaces.get(name) ?? {}, words)),
  );
  return {
    patterns: [...patterns, ...single],
    names: all.filter((name) => covered(name) || single.includes(name)),
  };
};

export const expandGlob = (vocabulary: Vocabulary, pattern: string): Expansion => {
  const names = [...vocabulary.namespaces.keys()]
    .filter((name) => matchesGlob(pattern, name))
    .sort();
  return { patterns: names.length === 0 ? [] : [pattern], names };
};

const SHOWN = 6;

/** What a word stands for, for the chip: never more than fits. */
const expansionDetail = ({ patterns, names }: Expansion): Message | undefined => {
  if (patterns.length === 1 && !isGlob(patterns[0] ?? '') && names.length === 1) return undefined;
  const shown = names.slice(0, SHOWN).join(', ');
  return names.length > SHOWN
    ? say('{{count}} projects: {{names}} and {{more}} more', {
        count: names.length,
        names: shown,
        more: names.length - SHOWN,
      })
    : say('Projects: {{names}}', { names: shown });
};

/** The constraint to these projects, with what they are. */
export const inNamespaces = (scene: Scene, from: number, next: number, found: Expansion): Match => {
  const [only, ...more] = found.patterns;
  const detail = expansionDetail(found);
  const parts = {
    field: 'namespace',
    op: more.length === 0 ? 'is' : 'in',
    value: more.length === 0 ? only : found.patterns,
    ...(detail === undefined ? {} : { detail }),
  };
  return { next, drafts: [draftOf(scene, from, next, parts)] };
};

/** The namespaces whose labels are so, one by one. */
export const labelledNamespaces = (
  { namespaces }: Vocabulary,
  holds: (labels: Readonly<Record<string, string>>) => boolean,
): Expansion => {
  const names = [...namespaces]
    .filter(([, labels]) => holds(labels))
    .map(([name]) => name)
    .sort();
  return { patterns: names, names };
};
