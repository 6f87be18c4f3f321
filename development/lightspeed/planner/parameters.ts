import { at, flagAt, listAt, numberAt, recordAt, textAt } from '@cnv-ai/engine/kubernetes';
import { wordsOf } from './words';

type Schema = Readonly<Record<string, unknown>>;

export type Parameter = {
  name: string;
  words: readonly string[];
  description: string;
  required: boolean;
  type: 'string' | 'number' | 'boolean' | 'array' | 'other';
  /** Values the schema allows, when it names them. */
  choices: readonly string[];
  maxLength: number;
  hasDefault: boolean;
};

/** `type` may be a list, or stand in the first alternative that is not null. */
const typeOf = (schema: Schema): Parameter['type'] => {
  const own = textAt(schema, 'type') ?? listAt(schema, 'type').find((type) => type !== 'null');
  const options = [...listAt(schema, 'anyOf'), ...listAt(schema, 'oneOf')];
  const named = [own, ...options.map((option) => textAt(option, 'type'))];
  if (named.includes('string')) return 'string';
  if (named.includes('number') || named.includes('integer')) return 'number';
  if (named.includes('boolean')) return 'boolean';
  if (named.includes('array')) {
    return textAt(schema, 'items', 'type') === 'string' ? 'array' : 'other';
  }
  return 'other';
};

const choicesOf = (schema: Schema): string[] => {
  const only = textAt(schema, 'const');
  const values = [...listAt(schema, 'enum'), ...(only === undefined ? [] : [only])];
  return values.filter((value) => typeof value === 'string');
};

/** The parameters of a tool's input schema; `required` ones first, else in the schema's order. */
export const parametersOf = (inputSchema: unknown): Parameter[] => {
  const required = new Set(listAt(inputSchema, 'required'));
  return Object.entries(recordAt(inputSchema, 'properties'))
    .map(([name, value]) => {
      const schema = recordAt({ value }, 'value');
      return {
        name,
        words: wordsOf(name),
        description: textAt(schema, 'description') ?? '',
        required: required.has(name) && flagAt(schema, 'nullable') !== true,
        type: typeOf(schema),
        choices: choicesOf(schema),
        maxLength: numberAt(schema, 'maxLength') ?? Infinity,
        hasDefault: at(schema, 'default') !== undefined,
      };
    })
    .sort((a, b) => Number(b.required) - Number(a.required));
};

const sentenceNames = new Set(
  'query question sentence text search prompt message q input keywords term terms'.split(' '),
);
const sentenceHint = /\b(natural language|free text|plain words|sentence|question|in words)\b/i;

/** A parameter that wants the user's own words. */
export const wantsSentence = ({ type, choices, words, description }: Parameter): boolean =>
  type === 'string' &&
  choices.length === 0 &&
  words.length > 0 &&
  (words.every((word) => sentenceNames.has(word)) || sentenceHint.test(description)) &&
  !words.some((word) => word === 'name' || word === 'namespace');

/** Last words of parameters and keys that mean a namespace. */
export const scopes = new Set(['namespace', 'namespaces', 'project', 'ns']);

export const isNamespace = ({ words }: Parameter): boolean => {
  const last = words.at(-1);
  return last !== undefined && scopes.has(last);
};

export const isName = (parameter: Parameter): boolean =>
  !isNamespace(parameter) && parameter.words.at(-1) === 'name';

export const isPath = ({ words }: Parameter): boolean =>
  words.some((word) => ['path', 'file', 'filename', 'uri', 'url'].includes(word));
