import type { Written } from './value-text';

const SPACE = /\s/;
/** Where a bare value ends; `..` ends one too. */
const STOP = /[\s(),"]/;
const LETTER = /[A-Za-z]/;

/** Walks over the text form of a query, from left to right, once. */
export class TextScanner {
  at = 0;
  /** Where the last piece ended. */
  last = 0;

  constructor(private readonly text: string) {}

  /** Skips spaces; the place of the next piece. */
  here(): number {
    while (SPACE.test(this.text[this.at] ?? '')) this.at += 1;
    return this.at;
  }

  atEnd(): boolean {
    return this.here() >= this.text.length;
  }

  private take(length: number): string {
    const taken = this.text.slice(this.at, this.at + length);
    this.at += length;
    this.last = this.at;
    return taken;
  }

  ahead(...signs: string[]): boolean {
    const from = this.here();
    return signs.some((sign) => this.text.startsWith(sign, from));
  }

  /** The first of these signs that stands here. */
  sign(...signs: string[]): string | undefined {
    const from = this.here();
    const found = signs.find((sign) => this.text.startsWith(sign, from));
    return found === undefined ? undefined : this.take(found.length);
  }

  private lengthOf(class_: RegExp): number {
    const from = this.here();
    let end = from;
    while (class_.test(this.text[end] ?? '')) end += 1;
    return end - from;
  }

  /** A keyword, in any case, with something else than a comparison after it. */
  aheadWord(word: string): boolean {
    const length = this.lengthOf(LETTER);
    const found = this.text.slice(this.at, this.at + length);
    const after = this.text[this.at + length] ?? ' ';
    return found.toUpperCase() === word && (SPACE.test(after) || after === '(');
  }

  word(word: string): boolean {
    const found = this.aheadWord(word);
    if (found) this.take(word.length);
    return found;
  }

  /** `ALL(`, in capitals. */
  call(name: string): boolean {
    const found = this.ahead(`${name}(`);
    if (found) this.take(name.length + 1);
    return found;
  }

  name(): string | undefined {
    const length = this.lengthOf(LETTER);
    return length === 0 ? undefined : this.take(length);
  }

  /** A value in quotes or bare; `undefined` when there is none, or its quotation never ends. */
  value(): Written | undefined {
    return this.ahead('"') ? this.quoted() : this.bare();
  }

  private bare(): Written | undefined {
    const from = this.here();
    let end = from;
    while (end < this.text.length && !STOP.test(this.text[end] ?? '')) {
      if (end > from && this.text.startsWith('..', end)) break;
      end += 1;
    }
    return end === from ? undefined : { text: this.take(end - from), quoted: false };
  }

  private quoted(): Written | undefined {
    let end = this.at + 1;
    while (end < this.text.length && this.text[end] !== '"') {
      end += this.text[end] === '\\' ? 2 : 1;
    }
    if (end >= this.text.length) return undefined;
    const text = parse(this.text.slice(this.at, end + 1));
    if (text === undefined) return undefined;
    this.take(end + 1 - this.at);
    return { text, quoted: true };
  }
}

/** A JSON string; a backslash that escapes nothing makes it none. */
const parse = (json: string): string | undefined => {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
};
