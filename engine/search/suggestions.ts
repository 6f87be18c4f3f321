import { say, type Message } from '../messages';
import type { Item } from './sentence/items';
import { expandNamespaces } from './sentence/namespaces';
import { replaced, type Scene } from './sentence/draft';
import { similar } from './names';
import type { Vocabulary } from './vocabulary';

const MOST = 4;

type Source = Pick<Scene, 'sentence' | 'vocabulary'>;

const byLabel = ({ labels }: Vocabulary, word: string): string | undefined => {
  for (const [key, values] of labels) if (values.has(word)) return `label ${key}=${word}`;
  return undefined;
};

/** What a word nobody used could have been: a label's value, a project, part of a name. */
const readings = ({ vocabulary }: Source, { text }: Item): string[] => {
  const found: string[] = [];
  const label = byLabel(vocabulary, text);
  if (label !== undefined) found.push(label);
  if (expandNamespaces(vocabulary, [text]).patterns.length > 0) found.push(`in ${text}`);
  const [name] = similar(vocabulary.machines, text);
  if (name !== undefined) found.push(name.includes(text) ? `name contains ${text}` : name);
  const [namespace] = similar(vocabulary.namespaces, text);
  if (namespace !== undefined) found.push(`in ${namespace}`);
  return found;
};

/** Sentences near the one given; the caller keeps those that work. */
export const nearbySentences = (source: Source, unused: readonly Item[]): string[] => {
  const [first] = unused;
  const replacedOnes =
    first === undefined
      ? []
      : readings(source, first).map((reading) => replaced(source, first.start, first.end, reading));
  return [...new Set(replacedOnes)].slice(0, MOST);
};

/**
 * Sentences that work in this cluster, from its own names. Their translations work as well: they
 * are searched for in the words of the language.
 */
export const exampleSentences = ({ namespaces, nodes, labels }: Vocabulary): Message[] => {
  const [namespace] = [...namespaces.keys()].sort();
  const [node] = [...nodes].sort();
  const [label] = [...labels.keys()].sort();
  return [
    say('VMs with errors'),
    ...(namespace === undefined ? [] : [say('stopped VMs in {{name}}', { name: namespace })]),
    ...(node === undefined ? [] : [say('running VMs on {{name}}', { name: node })]),
    ...(label === undefined ? [] : [say('VMs without label {{name}}', { name: label })]),
  ];
};
