import { english } from '../../messages';
import { FIELDS, type Field } from '../fields';
import type { Predicate } from '../types';
import { MAX_DEPTH, MAX_TERMS } from './compile';
import { operatorText, toText } from './to-text';

/** An operator of a field: what it accepts, and a query that uses it, as a predicate and as text. */
export type OperatorReference = { op: string; expects: string; where: Predicate; text: string };

export type FieldReference = {
  name: string;
  label: string;
  type: string;
  /** What people call it in a sentence. */
  words: string[];
  values: readonly string[];
  /** Kinds that are read for it, beside the machine and its instance. */
  needs: readonly string[];
  operators: OperatorReference[];
};

const EXAMPLES: Readonly<Record<string, unknown>> = {
  text: 'web-*',
  boolean: true,
  number: 4,
  bytes: 8 * 2 ** 30,
  time: '2026-11-03T00:00:00Z',
  os: 'Windows',
  address: '10.0.0.0/8',
  label: 'team=web',
};

const NEXT: Readonly<Record<string, unknown>> = {
  number: 8,
  bytes: 16 * 2 ** 30,
  time: '2026-11-10T00:00:00Z',
  os: 'RHEL 9',
  address: '192.168.0.0/16',
  label: 'team=data',
};

const exampleOf = ({ type, example, values }: Field): unknown =>
  example ?? values?.[0] ?? EXAMPLES[type];

/** Part of a name, where no wildcard is read. */
const partOf = (value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('*', '') : value;

const valueFor = (field: Field, op: string): unknown => {
  const value = exampleOf(field);
  switch (op) {
    case 'exists':
      return true;
    case 'has':
      return 'team';
    case 'between':
      return [value, NEXT[field.type]];
    case 'in': {
      const next = NEXT[field.type] ?? field.values?.find((other) => other !== value);
      return next === undefined ? [value] : [value, next];
    }
    default:
      return op === 'is' ? value : partOf(value);
  }
};

const operatorReference = (field: Field, op: string): OperatorReference => {
  const where = { field: field.name, op, value: valueFor(field, op) };
  const expects = op === 'exists' ? 'true, false' : (field.operators[op]?.expects ?? '');
  return { op, expects, where, text: toText(where) };
};

/** Every field of the query language with its operators, as the definitions have them. */
export const queryReference = (): FieldReference[] =>
  FIELDS.map((field) => ({
    name: field.name,
    label: english(field.label),
    type: field.type,
    words: field.words.en?.split('|') ?? [],
    values: field.values ?? [],
    needs: field.needs ?? [],
    operators: [...Object.keys(field.operators), 'exists'].map((op) =>
      operatorReference(field, op),
    ),
  }));

/** Queries with what they find; all of them can be typed into the search bar. */
export const QUERY_EXAMPLES: readonly (readonly [text: string, finds: string])[] = [
  ['status:Error', 'machines in error: every error status, and those that keep failing to start'],
  ['status:(Stopped, Paused)', 'stopped and paused machines'],
  ['namespace:"prod-*" AND NOT status:Running', 'machines of production projects that do not run'],
  ['os:Windows AND memory>8GiB', 'Windows machines with more than 8 GiB of memory'],
  ['vcpu:2..4 AND NOT has:node', 'machines of two to four vCPUs that are on no node'],
  ['label:"team=web" OR label:"team=data"', 'machines of either team'],
  ['NOT label has "owner"', 'machines without the label owner'],
  [
    'name startsWith "web" AND (guestAgent:false OR missing:ip)',
    'machines called web… that do not report',
  ],
  ['created:2026-11-01T00:00:00Z..2026-11-08T00:00:00Z', 'machines created in that week'],
  ['migratable:false AND node:"worker-01"', 'what keeps worker-01 from being drained'],
  [
    'ip:10.0.0.0/8 AND network:"prod/vlan-100"',
    'machines of a network with an address in 10.0.0.0/8',
  ],
];

const code = (text: string): string => `\`${text}\``;

const operatorLine = ({ op, expects, text }: OperatorReference): string =>
  `| ${code(op)} | ${code(op === 'exists' ? 'has:' : operatorText(op).trim())} | ${expects} | ${code(text)} |`;

const WORDS_SHOWN = 8;

const fieldSection = ({ name, label, type, words, needs, operators }: FieldReference): string[] => [
  `### ${name}`,
  '',
  [
    `${label}. Type: ${type}.`,
    `In a sentence: ${words.slice(0, WORDS_SHOWN).join(', ')}.`,
    ...(needs.length === 0 ? [] : [`Reads ${needs.join(', ')}.`]),
  ].join(' '),
  '',
  '| operator | written | accepts | example |',
  '| --- | --- | --- | --- |',
  ...operators.map(operatorLine),
  '',
];

/** The reference of the query language as Markdown: fields, operators, examples. */
export const renderQueryReference = (): string =>
  [
    '# The query language',
    '',
    'A query compares fields of virtual machines. A program gives it as JSON (`where`), a person types its text form into the search bar; both say the same, and each can be written as the other.',
    '',
    '| JSON | text |',
    '| --- | --- |',
    '| `{"field": "status", "op": "is", "value": "Stopped"}` | `status:Stopped` |',
    '| `{"not": {"field": "os", "op": "is", "value": "Windows"}}` | `NOT os:Windows` |',
    '| `{"all": [a, b]}` | `a AND b`, or a space between them |',
    '| `{"any": [a, b]}` | `a OR b` |',
    '| `{"all": [a, {"any": [b, c]}]}` | `a AND (b OR c)` |',
    '',
    `At most ${MAX_TERMS} terms, ${MAX_DEPTH} levels deep. AND and OR are not mixed without parentheses. Text in quotes is taken as it stands, with the escapes of a JSON string; a name without quotes is looked up among those that are there, as in a sentence. \`*\` stands for any run of characters, case does not count. Times are RFC 3339, or how long ago in JSON (\`24h\`, \`7d\`); a date, or a time without an offset, is one of the time zone that is asked from. Lists of fewer than two are written \`ALL(…)\` and \`ANY(…)\`.`,
    '',
    '`has:` asks for any value; of a field that is true or false it asks for true, of a number of things for one or more, and `missing:` for the opposite.',
    '',
    'What may not be read is unknown: it does not match, and neither does its negation.',
    '',
    '## Examples',
    '',
    '| query | finds |',
    '| --- | --- |',
    ...QUERY_EXAMPLES.map(([text, finds]) => `| ${code(text)} | ${finds} |`),
    '',
    '## Fields',
    '',
    ...queryReference().flatMap(fieldSection),
  ].join('\n');
