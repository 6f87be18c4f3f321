import type { CompiledLexicon } from '../lexicon';
import { splitElisions } from '../lexicon/forms';
import type { Sense } from '../lexicon/senses';
import { isLabelValue, kindsOf, type Vocabulary } from '../vocabulary';
import { learnt } from './further';
import { senseOf, type Item } from './items';
import { phraseAt } from './phrases';
import type { Token } from './tokens';
import { isPlainWord, itemOf, readToken, withoutPossessive, type Read } from './read-token';

/** A dash that stands alone is punctuation or a range, never a negation. */
const withoutLooseDash = (token: Read, senses: readonly Sense[]): readonly Sense[] =>
  token.kind === 'word' && token.text === '-'
    ? [...senses.filter(({ is }) => is !== 'not'), { is: 'filler' }]
    : senses;

const SILENT: ReadonlySet<Sense['is']> = new Set([
  'filler',
  'relative',
  'which',
  'group',
  'to',
  'place',
  'within',
  'talk',
  'with',
]);

/** A misspelling is never taken for a word that says nothing: that would drop it unseen. */
const dropsWord = (tokens: readonly Read[], senses: readonly Sense[]): boolean =>
  senses.every(({ is }) => SILENT.has(is)) &&
  tokens.some(({ word, text }) => word !== text && !text.endsWith("'s"));

/** A label named in another language is read by its key. */
const asKey = (found: Item): Item => {
  const name = senseOf(found, 'key')?.name;
  if (name === undefined) return found;
  const senses = found.senses.filter(({ is }) => is !== 'key');
  return { ...found, text: name, raw: name, senses, key: true };
};

/** What a word may be in talk stands beside what it means: a project may be called so. */
const withTalk = (found: Item): Item => {
  if (!found.senses.some(({ is }) => is === 'talk')) return found;
  const talk = found.senses.flatMap((sense) => (sense.is === 'talk' ? [sense.as] : []));
  return { ...found, senses: found.senses.filter(({ is }) => is !== 'talk'), talk };
};

/** The word as it was typed: a correction that leads to no phrase is none. */
const given = ({ text, word }: Read): string =>
  isPlainWord(text) ? withoutPossessive(text) : word;

const isLiteral = (token: Read, vocabulary: Vocabulary): boolean =>
  token.kind === 'quoted' ||
  token.kind === 'address' ||
  token.kind === 'date' ||
  token.kind === 'clock' ||
  (!isPlainWord(token.word) &&
    (kindsOf(vocabulary, token.word).length > 0 || isLabelValue(vocabulary, token.word)));

/**
 * Finds the longest known phrases, left to right. Names that exist and look like words
 * ("stopped-web") are protected first; a name that is a word of the language keeps both readings.
 */
export const toItems = (
  tokens: readonly Token[],
  sentence: string,
  lexicon: CompiledLexicon,
  vocabulary: Vocabulary,
): Item[] => {
  const read = splitElisions(tokens, lexicon.elisions).map((token) =>
    readToken(token, lexicon, vocabulary),
  );
  const items: Item[] = [];
  for (let at = 0; at < read.length;) {
    const token = read[at];
    if (token === undefined) break;
    const literal = isLiteral(token, vocabulary);
    const found = literal ? undefined : phraseAt(read, at, lexicon);
    const dropped =
      found !== undefined && dropsWord(read.slice(at, at + found.count), found.senses);
    const phrase = dropped ? undefined : found;
    const joined =
      literal || phrase !== undefined
        ? undefined
        : learnt().compoundOf?.(token, lexicon, vocabulary, sentence);
    if (phrase !== undefined) {
      const senses = withoutLooseDash(token, phrase.senses);
      items.push(withTalk(asKey(itemOf(read.slice(at, at + phrase.count), senses, sentence))));
    } else {
      items.push(
        ...(joined?.map(withTalk) ?? [
          { ...itemOf([token], [], sentence), ordinary: lexicon.words.has(given(token)) },
        ]),
      );
    }
    at += phrase?.count ?? 1;
  }
  return items;
};
