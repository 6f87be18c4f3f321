import { listAt, recordAt, textAt } from '@cnv-ai/engine/kubernetes';
import { CATALOGUE } from '../cnv-diagnostic/tools';
import { listTools, type ListedTool } from '../cnv-diagnostic/tools/listing';

/** A JSON schema in a word or two. */
const typeOf = (schema: unknown): string => {
  const choices = listAt(schema, 'anyOf').map(typeOf);
  if (choices.length > 0) return choices.join(' or ');
  const values = listAt(schema, 'enum').filter((value) => typeof value === 'string');
  if (values.length > 0) return values.map((value) => `\`${value}\``).join(', ');
  const type = textAt(schema, 'type') ?? 'any';
  return type === 'array' ? `list of ${typeOf(recordAt(schema, 'items'))}` : type;
};

const cell = (text: string): string => text.replaceAll('|', '\\|');

const argumentRows = ({ inputSchema }: ListedTool): string[] =>
  Object.entries(inputSchema.properties).map(([name, schema]) => {
    const need = inputSchema.required?.includes(name) === true ? 'yes' : '';
    const text = textAt(schema, 'description') ?? '';
    return `| \`${name}\` | ${cell(typeOf(schema))} | ${need} | ${cell(text)} |`;
  });

const fieldsOf = ({ outputSchema }: ListedTool): string =>
  Object.keys(outputSchema.properties)
    .map((name) => `\`${name}\``)
    .join(', ');

const section = (tool: ListedTool): string[] => [
  `## ${tool.name}`,
  '',
  tool.description,
  '',
  '| argument | type | required | meaning |',
  '| --- | --- | --- | --- |',
  ...argumentRows(tool),
  '',
  `Answers with ${fieldsOf(tool)}.`,
  '',
];

/** Every tool of the MCP server, as `tools/list` tells it. */
export const renderTools = (): string =>
  [
    '<!-- Written by `npm run generate`. -->',
    '',
    '# Tools of the MCP server',
    '',
    "All tools read with the caller's own permissions and change nothing. Each answers with one text of 8 kB at most for a model and the same as `structuredContent` for programs. What could not be read is in `unchecked`; a question without an answer is a result with its reason, not an error.",
    '',
    ...listTools(CATALOGUE).flatMap(section),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
