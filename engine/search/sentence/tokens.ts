import { isMac, parseAddress } from '../query/address';

/**
 * A piece of the sentence. `text` is folded (NFKC, lower case), `raw` as given; `start` and `end`
 * are UTF-16 offsets into the sentence as given.
 */
export type Token = {
  kind: 'word' | 'symbol' | 'quoted' | 'address' | 'date' | 'clock';
  text: string;
  raw: string;
  start: number;
  end: number;
};

/** Longer sentences are refused before any of this. */
export const MAX_SENTENCE = 500;

const fold = (text: string): string => (/^[ -~]*$/.test(text) ? text.toLowerCase() : foldAny(text));

const foldAny = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll('‘', "'")
    .replaceAll('–', '-');

const QUOTES: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“',
  '«': '»',
  '`': '`',
  "'": "'",
  '‘': '’',
  '「': '」',
  '『': '』',
};
const BREAKS = new Set(['(', ')', ',', ';', '&', '、', '，', '（', '）']);
const OPERATOR = /!=|>=|<=|==|=~|~=|[~=><:≥≤≠]/;
const MEANT: Readonly<Record<string, string>> = {
  '≥': '>=',
  '≤': '<=',
  '≠': '!=',
  ';': ',',
  '、': ',',
  '，': ',',
  '（': '(',
  '）': ')',
  '==': '=',
};
const EDGES = new Set('.?!…:[]{}|"“”\u3002？！¿¡'.split(''));

// Control, format and private characters separate, and are never part of a word.
const isSpace = (char: string): boolean => /[\s\p{C}]/u.test(char);

/** Scripts written without spaces: every character is a token, and phrases are found by the lexicon. */
export const isUnspaced = (char: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]/u.test(char);

/** Between two things where they stand alone: "4 cores / 8 GB". */
const SEPARATORS = new Set(['/', '|', '—', '·', '•']);

/** "65,536 MB": the commas between the thousands of an amount. */
const THOUSANDS = /,\d{3}(?=(?:,\d{3})*\s?[kmgt]i?b?\b)/iy;

/** "quay.io/team/image:42": the colon is part of the name. */
const IMAGE = /^[a-z0-9][a-z0-9.-]*\.[a-z]{2,}(?::\d+)?\/[\w./-]+:[\w.-]+$/;

/** Also with slashes, where the year stands first. */
const SLASHED_DATE = /^(\d{4})\/(\d\d)\/(\d\d)$/;
const DATE = /^\d{4}-\d\d-\d\d(?:t\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:z|[+-]\d\d:?\d\d)?)?$/;
const CLOCK = /^\d{1,2}(?::\d\d(?::\d\d)?(?:[ap]m)?|[ap]m)$/;

const literalKind = (text: string): Token['kind'] | undefined => {
  if (text.length > 64) return undefined;
  // Most chunks are plain words.
  if (!/[\d:]/.test(text)) return isMac(text) ? 'address' : undefined;
  if (DATE.test(text) || SLASHED_DATE.test(text)) return 'date';
  if (CLOCK.test(text)) return 'clock';
  return parseAddress(text) === undefined && !isMac(text) ? undefined : 'address';
};

type Range = { start: number; end: number };

const firstOperator = (text: string): { at: number; operator: string } | undefined => {
  const found = OPERATOR.exec(text);
  return found === null ? undefined : { at: found.index, operator: found[0] };
};

class Scanner {
  readonly tokens: Token[] = [];

  constructor(private readonly sentence: string) {}

  private add(kind: Token['kind'], { start, end }: Range, text?: string): void {
    const raw = this.sentence.slice(start, end);
    const folded = text ?? fold(raw);
    const written = kind === 'date' ? folded.replace(SLASHED_DATE, '$1-$2-$3') : folded;
    this.tokens.push({ kind, text: written, raw, start, end });
  }

  private trim({ start, end }: Range): Range {
    let [from, to] = [start, end];
    while (to > from && EDGES.has(this.sentence[to - 1] ?? '')) to -= 1;
    while (from < to && EDGES.has(this.sentence[from] ?? '') && this.sentence[from] !== '!')
      from += 1;
    return { start: from, end: to };
  }

  private words(range: Range): void {
    let from = range.start;
    for (let at = range.start; at < range.end;) {
      const char = String.fromCodePoint(this.sentence.codePointAt(at) ?? 0);
      const next = at + char.length;
      if (isUnspaced(char)) {
        if (from < at) this.piece({ start: from, end: at });
        this.add('word', { start: at, end: next });
        from = next;
      }
      at = next;
    }
    if (from === range.start) this.word(range);
    else if (from < range.end) this.piece({ start: from, end: range.end });
  }

  /** What stands between characters of a script without spaces: "10.0.0.1の". */
  private piece(range: Range): void {
    const kind = literalKind(fold(this.sentence.slice(range.start, range.end)));
    if (kind === undefined) this.word(range);
    else this.add(kind, range);
  }

  private word({ start, end }: Range): void {
    const plus = end - start > 1 && this.sentence[end - 1] === '+' ? end - 1 : end;
    this.add('word', { start, end: plus });
    if (plus < end) this.add('symbol', { start: plus, end });
  }

  /** What stands between spaces: a literal, or words with operators between them. */
  private chunk(whole: Range): void {
    if (SEPARATORS.has(this.sentence.slice(whole.start, whole.end))) {
      this.add('symbol', whole, ',');
      return;
    }
    let range = this.trim(whole);
    const first = this.sentence[range.start];
    // "-01" is part of a name, "-status" a negation.
    const second = this.sentence[range.start + 1] ?? '';
    // "~8GB" is about so much.
    const sign = first === '~' || first === '≈';
    const negative = sign || first === '!' || (first === '-' && !/\d/.test(second));
    if (negative && range.end - range.start > 1 && second !== '=') {
      this.add('symbol', { start: range.start, end: range.start + 1 });
      range = { start: range.start + 1, end: range.end };
    }
    while (range.start < range.end) {
      const text = this.sentence.slice(range.start, range.end);
      const kind = IMAGE.test(fold(text)) ? 'word' : literalKind(fold(text));
      if (kind !== undefined) {
        this.add(kind, range);
        return;
      }
      const found = firstOperator(text);
      if (found === undefined) {
        this.words(range);
        return;
      }
      const at = range.start + found.at;
      if (found.at > 0) this.words({ start: range.start, end: at });
      const end = at + found.operator.length;
      this.add('symbol', { start: at, end }, MEANT[found.operator] ?? found.operator);
      range = { start: end, end: range.end };
    }
  }

  /** The end of a quotation that begins here, or -1 when it never ends. */
  private quoteEnd(start: number): number {
    const close = QUOTES[this.sentence[start] ?? ''];
    return close === undefined ? -1 : this.sentence.indexOf(close, start + 1);
  }

  scan(): Token[] {
    const { sentence } = this;
    let at = 0;
    while (at < sentence.length) {
      const char = String.fromCodePoint(sentence.codePointAt(at) ?? 0);
      const quoted = this.quoteEnd(at);
      if (isSpace(char)) {
        at += char.length;
      } else if (quoted > at) {
        const text = fold(sentence.slice(at + 1, quoted)).trim();
        this.tokens.push({
          kind: 'quoted',
          text,
          raw: sentence.slice(at + 1, quoted).trim(),
          start: at,
          end: quoted + 1,
        });
        at = quoted + 1;
      } else if (BREAKS.has(char)) {
        this.add('symbol', { start: at, end: at + 1 }, MEANT[char] ?? char);
        at += 1;
      } else {
        const end = this.chunkEnd(at);
        this.chunk({ start: at, end });
        at = end;
      }
    }
    return this.tokens;
  }

  private isThousands(at: number): boolean {
    THOUSANDS.lastIndex = at;
    return /\d/.test(this.sentence[at - 1] ?? '') && THOUSANDS.test(this.sentence);
  }

  private chunkEnd(start: number): number {
    let at = start;
    while (at < this.sentence.length) {
      const char = String.fromCodePoint(this.sentence.codePointAt(at) ?? 0);
      if (char === ',' && this.isThousands(at)) {
        at += 4;
        continue;
      }
      const closes = at > start && '"“「『'.includes(char) && this.quoteEnd(at) > 0;
      if (isSpace(char) || BREAKS.has(char) || closes) break;
      at += char.length;
    }
    return Math.max(at, start + 1);
  }
}

/** Cuts a sentence into tokens. Linear in its length but for quotations that never end. */
export const tokenize = (sentence: string): Token[] => new Scanner(sentence).scan();
