import { say } from '../../messages';
import { remembered } from '../../remembered';
import type { Vocabulary } from '../vocabulary';
import type { Match, Rule, Scene } from './draft';
import { has, senseOf, type Item } from './items';
import { isKeyName, isWord, lastPart } from './label-pairs';
import { inNamespaces, labelledNamespaces } from './namespaces';
import { isSymbol, skipFillers } from './skip';

const isField = (item: Item | undefined, field: string): boolean =>
  senseOf(item, 'field')?.field === field;

type Wanted = { key: string; value?: string; negated: boolean; next: number };

/** `env=production`, `env: production`, "env is production", "env production", "env". */
const labelAt = ({ items, vocabulary }: Scene, at: number): Wanted | undefined => {
  const key = items[at]?.raw ?? '';
  const values = [...vocabulary.namespaces.values()].flatMap((labels) =>
    Object.hasOwn(labels, key) ? [labels[key]] : [],
  );
  if (values.length === 0) return undefined;
  const negated = isSymbol(items[at + 1], '!=');
  const joined = negated || isSymbol(items[at + 1], '=', ':') || items[at + 1]?.text === 'is';
  const value = items[joined ? at + 2 : at + 1];
  if (value !== undefined && (joined || values.includes(value.raw)))
    return { key, value: value.raw, negated, next: joined ? at + 3 : at + 2 };
  return { key, negated: false, next: at + 1 };
};

const noneSo = (item: Item, next: number): Match => ({
  next,
  question: {
    outcome: 'ambiguous',
    message: say('No project you can see is labelled “{{label}}”. Check the label.', {
      label: item.raw,
    }),
    suggestions: [],
    word: item,
  },
});

type Pair = { key: string; value: string };

/** What projects are labelled with, by the name of the key and the value in small letters. */
const pairsOfProjects = remembered(
  (namespaces: Vocabulary['namespaces']): ReadonlyMap<string, Pair> =>
    new Map(
      [...namespaces.values()]
        .flatMap((labels) => Object.entries(labels))
        .map(([key, value]) => [`${lastPart(key)}=${value.toLowerCase()}`, { key, value }]),
    ),
);

/** "imaging department", "department imaging", "environment=live", where only projects say so. */
const pairAt = (
  { items, vocabulary }: Scene,
  at: number,
): (Pair & { negated: boolean; next: number }) | undefined => {
  const signed = isSymbol(items[at + 1], '=', '!=', ':') || items[at + 1]?.text === 'is';
  const next = signed ? at + 3 : at + 2;
  const [first, second] = [items[at], items[next - 1]];
  if (!isWord(first) || !isWord(second)) return undefined;
  const known = pairsOfProjects(vocabulary.namespaces);
  for (const [key, value] of signed
    ? [[first, second]]
    : [
        [second, first],
        [first, second],
      ]) {
    if (key === undefined || value === undefined) continue;
    if (isKeyName(vocabulary, key.text)) return undefined;
    const pair = [key.text, key.text.replace(/s$/, '')]
      .map((name) => known.get(`${name}=${value.text}`))
      .find((found) => found !== undefined);
    if (pair !== undefined) return { ...pair, negated: isSymbol(items[at + 1], '!='), next };
  }
  return undefined;
};

const inProjects = (
  scene: Scene,
  at: number,
  next: number,
  holds: (labels: Readonly<Record<string, string>>) => boolean,
): Match | undefined => {
  const found = labelledNamespaces(scene.vocabulary, holds);
  return found.names.length > 0 ? inNamespaces(scene, at, next, found) : undefined;
};

/** "VMs of the imaging department", "in namespaces of department imaging". */
const saidInWords: Rule = (scene, at) => {
  const { items } = scene;
  const placed = has(items[at], 'place', 'within') ? skipFillers(items, at + 1) : at;
  let start = placed;
  if (isField(items[placed], 'namespace')) {
    start += 1;
    while (has(items[start], 'filler', 'place', 'within', 'with', 'owned')) start += 1;
  }
  const pair = pairAt(scene, start);
  const next = pair && isField(items[pair.next], 'namespace') ? pair.next + 1 : pair?.next;
  return pair && next !== undefined
    ? inProjects(scene, at, next, (labels) => (labels[pair.key] === pair.value) !== pair.negated)
    : undefined;
};

/** "in namespaces labelled env=production", "in projects with label tier". */
export const namespaceLabelRule: Rule = (scene, at) =>
  labelledProjects(scene, at) ?? saidInWords(scene, at);

const labelledProjects: Rule = (scene, at) => {
  const { items } = scene;
  const start = has(items[at], 'place', 'within') ? skipFillers(items, at + 1) : at;
  if (!isField(items[start], 'namespace')) return undefined;
  let label = skipFillers(items, start + 1);
  if (has(items[label], 'relative')) label = skipFillers(items, label + 1);
  const key = skipFillers(items, label + 1);
  const item = items[key];
  if (!isField(items[label], 'label') || item === undefined) return undefined;
  const wanted = labelAt(scene, key);
  if (wanted === undefined) return noneSo(item, key + 1);
  const holds = (labels: Readonly<Record<string, string>>): boolean => {
    const found = Object.hasOwn(labels, wanted.key) ? labels[wanted.key] : undefined;
    const same = wanted.value === undefined ? found !== undefined : found === wanted.value;
    return same !== wanted.negated;
  };
  return inProjects(scene, at, wanted.next, holds) ?? noneSo(item, wanted.next);
};
