import { say } from '../../messages';
import { draftOf, type Match, type Rule, type Scene } from './draft';
import { has, senseOf, type Item } from './items';
import { expansionDetail } from './namespaces';
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

/** "in namespaces labelled env=production", "in projects with label tier". */
export const namespaceLabelRule: Rule = (scene, at) => {
  const { items, vocabulary } = scene;
  const start = has(items[at], 'place', 'within') ? skipFillers(items, at + 1) : at;
  if (!isField(items[start], 'namespace')) return undefined;
  let label = skipFillers(items, start + 1);
  if (has(items[label], 'relative')) label = skipFillers(items, label + 1);
  const key = skipFillers(items, label + 1);
  const item = items[key];
  if (!isField(items[label], 'label') || item === undefined) return undefined;
  const wanted = labelAt(scene, key);
  if (wanted === undefined) return noneSo(item, key + 1);
  const names = [...vocabulary.namespaces]
    .filter(([, labels]) => {
      const found = Object.hasOwn(labels, wanted.key) ? labels[wanted.key] : undefined;
      const same = wanted.value === undefined ? found !== undefined : found === wanted.value;
      return same !== wanted.negated;
    })
    .map(([name]) => name)
    .sort();
  const [only] = names;
  if (only === undefined) return noneSo(item, wanted.next);
  const detail = expansionDetail({ patterns: names, names });
  const parts = { field: 'namespace', op: 'in', value: names };
  return {
    next: wanted.next,
    drafts: [draftOf(scene, at, wanted.next, { ...parts, ...(detail && { detail }) })],
  };
};
