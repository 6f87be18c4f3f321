import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { textsAt } from '@cnv-ai/engine/kubernetes';

const root = resolve(import.meta.dirname, '..');
const NAMESPACE = 'plugin__cnv-ai-plugin';

/** Our sentences by key; a key is the English sentence, with `_one` or `_other` where it counts. */
export type Catalogue = Readonly<Record<string, string>>;

/** The text of a literal, or of literals joined with `+`. */
const literalText = (node: ts.Node | undefined): string | undefined => {
  if (node === undefined) return undefined;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) {
    return undefined;
  }
  const left = literalText(node.left);
  const right = literalText(node.right);
  return left === undefined || right === undefined ? undefined : left + right;
};

/**
 * The first arguments of the calls `t('…')` and `say('…')` in a source file. Its name tells how it
 * is read: `<T>(` begins an element in TSX alone.
 */
export const keysOfSource = (text: string, name = 'source.tsx'): string[] => {
  const keys: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const key = ['t', 'say'].includes(node.expression.text)
        ? literalText(node.arguments[0])
        : undefined;
      if (key !== undefined) keys.push(key);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest));
  return keys;
};

/** The labels of `console-extensions.json`, written `%plugin__cnv-ai-plugin~Label%`. */
export const keysOfExtensions = (text: string): string[] =>
  [...text.matchAll(new RegExp(`%${NAMESPACE}~([^%]+)%`, 'g'))].map(([, key = '']) => key);

/**
 * The English catalogue: a sentence stands for itself. A sentence that counts gets both English
 * forms; the singular is written by hand in the file and kept.
 */
export const catalogueOf = (keys: readonly string[], known: Catalogue): Catalogue =>
  Object.fromEntries(
    [...new Set(keys)]
      .flatMap((key) => (key.includes('{{count}}') ? [`${key}_one`, `${key}_other`] : [key]))
      .sort()
      .map((key) => [key, known[key] ?? key.replace(/_(one|other)$/, '')]),
  );

const sourcesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.spec\.|(^|\/)(testing|node_modules)\//.test(name))
    .map((name) => join(root, folder, name));

/** The languages beside English, as kubevirt-plugin has them. */
export const TRANSLATIONS = ['es', 'fr', 'ja', 'ko', 'zh'] as const;

const fileOf = (language: string): string => join(root, 'locales', language, `${NAMESPACE}.json`);

export const readCatalogue = (language = 'en'): Catalogue =>
  textsAt(JSON.parse(readFileSync(fileOf(language), 'utf8')));

const COUNTED = /_(one|other)$/;

/** The English keys in a language: a sentence that counts has one form for each of its plurals. */
export const keysIn = (language: string, english: Catalogue): string[] => {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  const keys = Object.keys(english).flatMap((key) => {
    const base = key.replace(COUNTED, '');
    return base === key || !base.includes('{{count}}')
      ? [key]
      : pluralCategories.map((category) => `${base}_${category}`);
  });
  return [...new Set(keys)].sort();
};

/** What is translated already of what is said now; the rest is shown in English. */
const kept = (language: string, english: Catalogue): Catalogue => {
  const known = readCatalogue(language);
  return Object.fromEntries(
    keysIn(language, english).flatMap((key) => {
      const text = known[key];
      return text === undefined ? [] : [[key, text]];
    }),
  );
};

/** What the catalogue should be, from the sources as they are now. */
export const extract = (): Catalogue =>
  catalogueOf(
    [
      ...['src', 'engine', 'cnv-diagnostic/tools']
        .flatMap(sourcesIn)
        .flatMap((file) => keysOfSource(readFileSync(file, 'utf8'), file)),
      ...keysOfExtensions(readFileSync(join(root, 'console-extensions.json'), 'utf8')),
    ],
    readCatalogue(),
  );

const write = (language: string, catalogue: Catalogue): void =>
  writeFileSync(fileOf(language), `${JSON.stringify(catalogue, null, 2)}\n`);

if (process.argv[1] === import.meta.filename) {
  const english = extract();
  write('en', english);
  for (const language of TRANSLATIONS) write(language, kept(language, english));
}
