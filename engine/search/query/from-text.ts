import { say, type Message } from '../../messages';
import { FIELDS, type Field, type QueryContext } from '../fields';
import type { Predicate } from '../types';
import { compile } from './compile';
import { TextScanner } from './text-scanner';
import { readValue, type Written } from './value-text';

/** A part of a query with its place in the text, in UTF-16 units. */
export type Spanned = {
  where: Predicate;
  start: number;
  end: number;
  /** The elements of `all` or `any`. */
  parts?: Spanned[];
};

/**
 * A query read from its text form. `exact`: it means the same whatever is in the cluster; without
 * it some bare word is a name, a date or a size that only a sentence's reader knows to place.
 */
export type QueryText =
  | { where: Predicate; tree: Spanned; exact: boolean }
  | { problem: Message; /** Where in the text, in UTF-16 units. */ at: number };

/** Nested parentheses; deeper ones are no query that `compile` would take. */
const MAX_NESTING = 40;

const synonyms = new Map<string, Field | undefined>();
for (const field of FIELDS) {
  for (const word of field.words.en?.split('|') ?? []) {
    // A word that two fields share names neither.
    synonyms.set(word, synonyms.has(word) ? undefined : field);
  }
}
for (const field of FIELDS) synonyms.set(field.name.toLowerCase(), field);

/** What the console's own list means by `has:`, where a sentence means something else by the word. */
const HELD: ReadonlyMap<string, string> = new Map([['host', 'hostDevice']]);

/** Past what negates and groups. */
const FIRST_WORD = /^[\s(!-]*([a-z]+)/i;

const KEYWORDS: ReadonlySet<string> = new Set(['not', 'all', 'any', 'has', 'missing']);

/** Whether the text may be a query; most sentences are told apart by their first word. */
export const beginsQuery = (text: string): boolean => {
  const word = FIRST_WORD.exec(text)?.[1]?.toLowerCase() ?? '';
  return synonyms.has(word) || KEYWORDS.has(word);
};

class Unreadable extends Error {
  constructor(
    readonly problem: Message,
    readonly at: number,
  ) {
    super(problem.id);
  }
}

const SIGN_OPERATORS: Readonly<Record<string, readonly [first: string, second: string]>> = {
  '>': ['gt', 'gt'],
  '>=': ['gte', 'since'],
  '<': ['lt', 'before'],
  '<=': ['lte', 'lte'],
};

const operatorOf = (field: Field, sign: string, value: unknown, range: boolean): string => {
  const [first, second] = SIGN_OPERATORS[sign] ?? ['is', 'is'];
  if (first !== 'is') return first in field.operators ? first : second;
  return range ? 'between' : Array.isArray(value) ? 'in' : 'is';
};

class QueryReader {
  exact = true;
  private readonly scanner: TextScanner;
  private nesting = 0;

  constructor(text: string) {
    this.scanner = new TextScanner(text);
  }

  private fail(problem: Message): never {
    throw new Unreadable(problem, this.scanner.at);
  }

  whole(): Spanned {
    const tree = this.alternatives();
    if (!this.scanner.atEnd()) this.fail(say('A field, AND, OR or “)” is expected here.'));
    return tree;
  }

  private listOf(name: 'all' | 'any', parts: Spanned[], start: number): Spanned {
    const wheres = parts.map(({ where }) => where);
    const where = name === 'all' ? { all: wheres } : { any: wheres };
    return { where, start, end: this.scanner.last, parts };
  }

  private alternatives(): Spanned {
    const first = this.conjunction();
    const parts = [first.tree];
    let mixed = first.bare;
    while (this.scanner.word('OR')) {
      const next = this.conjunction();
      mixed ||= next.bare;
      parts.push(next.tree);
    }
    if (parts.length === 1) return first.tree;
    if (mixed) this.fail(say('Put parentheses around what AND or OR joins: both stand here.'));
    return this.listOf('any', parts, first.tree.start);
  }

  /** `bare`: several constraints that no parenthesis holds together. */
  private conjunction(): { tree: Spanned; bare: boolean } {
    const first = this.negation();
    const parts = [first];
    while (
      !this.scanner.atEnd() &&
      !this.scanner.ahead(')', ',') &&
      !this.scanner.aheadWord('OR')
    ) {
      this.scanner.word('AND');
      parts.push(this.negation());
    }
    const bare = parts.length > 1;
    return { tree: bare ? this.listOf('all', parts, first.start) : first, bare };
  }

  private negation(): Spanned {
    const start = this.scanner.here();
    if (!this.scanner.word('NOT') && !this.scanner.sign('-', '!')) return this.element();
    const inner = this.nested(() => this.negation());
    return { where: { not: inner.where }, start, end: this.scanner.last };
  }

  private nested<T>(read: () => T): T {
    this.nesting += 1;
    if (this.nesting > MAX_NESTING) this.fail(say('The query is nested too deeply.'));
    const found = read();
    this.nesting -= 1;
    return found;
  }

  private close(): void {
    if (this.scanner.sign(')') === undefined) this.fail(say('“)” is missing.'));
  }

  private element(): Spanned {
    const start = this.scanner.here();
    for (const name of ['all', 'any'] as const) {
      if (this.scanner.call(name.toUpperCase())) return this.list(name, start);
    }
    if (this.scanner.sign('(') === undefined) return this.comparison(start);
    const inner = this.nested(() => this.alternatives());
    this.close();
    return { ...inner, start, end: this.scanner.last };
  }

  private list(name: 'all' | 'any', start: number): Spanned {
    const parts: Spanned[] = [];
    while (!this.scanner.ahead(')')) {
      parts.push(this.nested(() => this.alternatives()));
      if (this.scanner.sign(',') === undefined) break;
    }
    this.close();
    return this.listOf(name, parts, start);
  }

  private field(name: string): Field {
    const field = synonyms.get(name.toLowerCase());
    if (field === undefined) this.fail(say('There is no field {{field}}.', { field: name }));
    return field;
  }

  private comparison(start: number): Spanned {
    const name = this.scanner.name();
    if (name === undefined) this.fail(say('A field is expected here, as in status:Running.'));
    const sign = this.scanner.sign(':', '!=', '>=', '<=', '=', '>', '<');
    const wanted = name.toLowerCase();
    if (sign === ':' && (wanted === 'has' || wanted === 'missing')) {
      const { text } = this.value();
      const held = this.field(HELD.get(text.toLowerCase()) ?? text);
      const where = { field: held.name, op: 'exists', value: wanted === 'has' };
      return { where, start, end: this.scanner.last };
    }
    const field = this.field(name);
    const where = sign === undefined ? this.worded(field) : this.signed(field, sign);
    return { where, start, end: this.scanner.last };
  }

  private signed(field: Field, sign: string): Predicate {
    const { value, range } = this.operand(field);
    const leaf = { field: field.name, op: operatorOf(field, sign, value, range), value };
    return sign === '!=' ? { not: leaf } : leaf;
  }

  private worded(field: Field): Predicate {
    const word = this.scanner.name()?.toLowerCase();
    const op = Object.keys(field.operators).find((name) => name.toLowerCase() === word);
    if (op === undefined) {
      this.fail(
        say('A comparison is expected after {{field}}, such as “:”.', { field: field.name }),
      );
    }
    return { field: field.name, op, value: this.operand(field).value };
  }

  private value(): Written {
    const found = this.scanner.value();
    if (found === undefined)
      this.fail(say('A value is expected here. Close every quotation mark.'));
    return found;
  }

  private converted(field: Field, written: Written): unknown {
    const { value, exact } = readValue(field, written);
    this.exact &&= exact;
    return value;
  }

  /** One value, `(one, another)`, or `from..to`. */
  private operand(field: Field): { value: unknown; range: boolean } {
    if (this.scanner.sign('(') !== undefined) {
      const values = [this.converted(field, this.value())];
      while (this.scanner.sign(',') !== undefined) values.push(this.converted(field, this.value()));
      this.close();
      return { value: values, range: false };
    }
    const value = this.converted(field, this.value());
    if (this.scanner.sign('..') === undefined) return { value, range: false };
    return { value: [value, this.converted(field, this.value())], range: true };
  }
}

const read = (text: string): { tree: Spanned; exact: boolean } | Unreadable => {
  const reader = new QueryReader(text);
  try {
    const tree = reader.whole();
    return { tree, exact: reader.exact };
  } catch (error) {
    if (error instanceof Unreadable) return error;
    throw error;
  }
};

/** Reads the text form of a query and checks it. Linear in the length of the text; never throws. */
export const fromText = (text: string, context: QueryContext): QueryText => {
  const found = read(text);
  if (found instanceof Unreadable) return { problem: found.problem, at: found.at };
  const compiled = compile(found.tree.where, context);
  if ('problem' in compiled) return { problem: compiled.problem, at: 0 };
  return { where: compiled.where, ...found };
};
