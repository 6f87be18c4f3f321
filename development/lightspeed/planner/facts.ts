import { isRecord, textAt } from '@cnv-ai/engine/kubernetes';
import { parseYaml } from '../prompt';
import type { Attachment } from '../requests';
import { isFunctionWord, wordsOf } from './words';

/** What the question and its attachments say literally. */
export type Facts = {
  question: string;
  /** Values of `key: value` lines, under the words of the key. */
  pairs: readonly { key: readonly string[]; value: string }[];
  /** Quoted and backticked pieces, in order. */
  quoted: readonly string[];
  /** Pieces that look like an identifier of their own: paths, dashes, digits, dots. */
  literals: readonly string[];
  /** Words with a capital that do not begin a sentence and are no acronym; neighbours are one. */
  proper: readonly string[];
  /** `namespace/name`, the likeliest first. */
  namespaced: readonly { namespace: string; name: string }[];
};

const trim = (text: string): string => text.trim().replace(/^["'`]+|["'`,;]+$/g, '');

const pairLine = /^\s*[-*]?\s*([\p{L}][\p{L}\p{N} _.-]{0,39}?)\s*[:=]\s+(\S.*)$/u;

const linePairs = (text: string): Facts['pairs'] =>
  text.split('\n').flatMap((line) => {
    const [, key, value] = pairLine.exec(line) ?? [];
    return key === undefined || value === undefined
      ? []
      : [{ key: wordsOf(key), value: trim(value.replace(/\.$/, '')) }];
  });

/** What a text says in sentences: itself without its `key: value` lines, unless that is nothing. */
export const prose = (text: string): string => {
  const lines = text.split('\n').filter((line) => !pairLine.test(line));
  return lines.some((line) => line.trim() !== '') ? lines.join('\n') : text;
};

/** Prose without the names in it: that a project is called "network" says nothing of what is asked. */
export const withoutNames = (text: string, { literals }: Facts): string =>
  literals
    .filter((piece) => !piece.includes('_'))
    .reduce((rest, piece) => rest.replaceAll(piece, ' '), text);

/** A line whose value is a JSON object: data that a program put there, not prose. */
const dataLine = /^\s*[-*]?\s*[\p{L}][\p{L}\p{N} _.-]{0,39}?\s*:\s+(\{.*\})\s*$/u;

const dataOf = (line: string): Readonly<Record<string, unknown>> | undefined => {
  const [, json] = dataLine.exec(line) ?? [];
  if (json === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(json);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

const dataPairs = (lines: readonly string[]): Facts['pairs'] =>
  lines.flatMap((line) =>
    Object.entries(dataOf(line) ?? {}).flatMap(([key, value]) =>
      typeof value === 'string' ? [{ key: wordsOf(key), value }] : [],
    ),
  );

const objectPairs = ({ content }: Attachment): Facts['pairs'] => {
  const object = parseYaml(content);
  const pair = (key: string, value: string | undefined): Facts['pairs'] =>
    value === undefined ? [] : [{ key: [key], value }];
  return [
    ...pair('namespace', textAt(object, 'metadata', 'namespace')),
    ...pair('name', textAt(object, 'metadata', 'name')),
    ...pair('kind', textAt(object, 'kind')),
  ];
};

const quotedIn = (text: string): string[] =>
  [
    ...text.matchAll(
      /`([^`\n]+)`|"([^"\n]+)"|“([^”\n]+)”|(?<![\p{L}\p{N}])'([^'\n]+)'(?![\p{L}\p{N}])/gu,
    ),
  ]
    .map(([, a, b, c, d]) => (a ?? b ?? c ?? d ?? '').trim())
    .filter((piece) => piece !== '');

const literalsIn = (text: string): string[] =>
  text
    .split(/[\s,;()[\]{}"'`“”]+/)
    .map((piece) => piece.replace(/[.:?!]+$/, ''))
    .filter(
      (piece) => /[\p{L}\p{N}]/u.test(piece) && /[-./_\d]/.test(piece) && !/^\d+$/.test(piece),
    );

const properIn = (text: string): string[] =>
  [...text.matchAll(/(?<=[\p{Ll}\p{N},]\s)\p{Lu}[\p{L}'’-]*(?:\s\p{Lu}[\p{L}'’-]*)*/gu)]
    .map(([piece]) => piece)
    .filter((piece) => !isFunctionWord(piece) && !/^\p{Lu}+s?$/u.test(piece));

const label = '[a-z0-9](?:[-a-z0-9]*[a-z0-9])?';
const namespacedPattern = new RegExp(
  `(?<![\\w/.:-])(${label})/(${label}(?:\\.${label})*)(?![\\w/-])`,
  'g',
);

/** Plain word pairs ("and/or") come last: a real name mostly has a dash or a digit. */
const namespacedIn = (text: string): Facts['namespaced'] => {
  const found = [...text.matchAll(namespacedPattern)]
    .map(([, namespace = '', name = '']) => ({ namespace, name }))
    .filter(({ namespace, name }) => !isFunctionWord(namespace) && !isFunctionWord(name))
    .filter(({ namespace }) => !['application', 'text', 'image', 'audio'].includes(namespace));
  const plain = ({ namespace, name }: Facts['namespaced'][number]): boolean =>
    !/[-\d]/.test(namespace + name);
  return [...found.filter((each) => !plain(each)), ...found.filter(plain)];
};

/** Reads the literals; what an attachment says counts after what the question says. */
export const readFacts = (question: string, attachments: readonly Attachment[]): Facts => {
  const lines = question.split('\n');
  const text = lines.filter((line) => dataOf(line) === undefined).join('\n');
  return {
    question: text,
    pairs: [...dataPairs(lines), ...linePairs(text), ...attachments.flatMap(objectPairs)],
    quoted: quotedIn(text),
    literals: literalsIn(text),
    proper: properIn(text),
    namespaced: namespacedIn(text),
  };
};
