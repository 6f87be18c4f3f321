import { isRecord } from '@cnv-ai/engine/kubernetes';

/** One entry of a 422 body's `detail` list. */
export type Issue = {
  type: string;
  loc: readonly (string | number)[];
  msg: string;
  input: unknown;
  ctx?: Readonly<Record<string, unknown>>;
};

type Loc = readonly (string | number)[];

/** Reads the fields of a JSON object one by one and remembers everything that is wrong. */
export class FieldReader {
  readonly issues: Issue[] = [];
  private readonly body: Readonly<Record<string, unknown>>;
  private readonly known = new Set<string>();

  constructor(
    private readonly input: unknown,
    private readonly loc: Loc = ['body'],
  ) {
    this.body = isRecord(input) ? input : {};
    if (input === undefined) this.report('missing', [], 'Field required', null);
    else if (!isRecord(input)) {
      const msg = 'Input should be a valid dictionary or object to extract fields from';
      this.report('model_attributes_type', [], msg, input);
    }
  }

  private report(type: string, loc: Loc, msg: string, input: unknown, ctx?: Issue['ctx']): void {
    this.issues.push({ type, loc: [...this.loc, ...loc], msg, input, ...(ctx && { ctx }) });
  }

  private take(key: string): unknown {
    this.known.add(key);
    return Object.hasOwn(this.body, key) ? this.body[key] : undefined;
  }

  private missing(key: string): void {
    if (isRecord(this.input)) this.report('missing', [key], 'Field required', this.input);
  }

  private checkText(key: string, value: unknown, max: number): string {
    if (typeof value !== 'string') {
      this.report('string_type', [key], 'Input should be a valid string', value);
      return '';
    }
    // The limit counts code points, not UTF-16 units.
    if (value.length > max && Array.from(value).length > max) {
      const msg = `String should have at most ${max} characters`;
      this.report('string_too_long', [key], msg, value, { max_length: max });
    }
    return value;
  }

  text(key: string, max = Infinity): string {
    const value = this.take(key);
    if (value !== undefined) return this.checkText(key, value, max);
    this.missing(key);
    return '';
  }

  optionalText(key: string): string | undefined {
    const value = this.take(key);
    return value === undefined || value === null ? undefined : this.checkText(key, value, Infinity);
  }

  choice<T extends string>(key: string, values: readonly T[], fallback: T): T {
    const value = this.take(key);
    if (value === undefined) return fallback;
    const found = values.find((candidate) => candidate === value);
    if (found === undefined) {
      const expected = values.map((candidate) => `'${candidate}'`).join(' or ');
      this.report('enum', [key], `Input should be ${expected}`, value, { expected });
    }
    return found ?? fallback;
  }

  flag(key: string): boolean {
    const value = this.take(key);
    if (value === undefined) this.missing(key);
    else if (typeof value !== 'boolean') {
      this.report('bool_type', [key], 'Input should be a valid boolean', value);
    }
    return value === true;
  }

  optionalInteger(key: string): number | undefined {
    const value = this.take(key);
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'number' && Number.isInteger(value)) return value;
    this.report('int_type', [key], 'Input should be a valid integer', value);
    return undefined;
  }

  record(key: string): Readonly<Record<string, unknown>> | undefined {
    const value = this.take(key);
    if (value === undefined || value === null) return undefined;
    if (isRecord(value)) return value;
    this.report('dict_type', [key], 'Input should be a valid dictionary', value);
    return undefined;
  }

  list<T>(key: string, max: number, item: (reader: FieldReader) => T): T[] {
    const value = this.take(key);
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) {
      this.report('list_type', [key], 'Input should be a valid list', value);
      return [];
    }
    if (value.length > max) {
      const msg = `List should have at most ${max} items after validation, not ${value.length}`;
      const ctx = { field_type: 'List', max_length: max, actual_length: value.length };
      this.report('too_long', [key], msg, value, ctx);
      return [];
    }
    return value.map((entry: unknown, index) => {
      const reader = new FieldReader(entry, [...this.loc, key, index]);
      const read = item(reader);
      this.issues.push(...reader.issues);
      return read;
    });
  }

  forbidOthers(): void {
    for (const [key, value] of Object.entries(this.body)) {
      if (this.known.has(key)) continue;
      this.report('extra_forbidden', [key], 'Extra inputs are not permitted', value);
    }
  }

  /** A rule of one field: its location names the field. */
  refuseField(key: string, sentence: string): void {
    const msg = `Value error, ${sentence}`;
    this.report('value_error', [key], msg, this.body[key], { error: {} });
  }

  /** A rule over several fields, which is only looked at when each of them is right. */
  refuse(sentence: string): void {
    if (this.issues.length > 0) return;
    this.report('value_error', [], `Value error, ${sentence}`, this.input, { error: {} });
  }
}
