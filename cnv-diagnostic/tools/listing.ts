import { z } from 'zod';
import { byCodeUnit, recordAt, listAt } from '@cnv-ai/engine/kubernetes';
import type { Tool } from './tool';

type ObjectSchema = {
  type: 'object';
  properties: Record<string, object>;
  required?: string[];
  additionalProperties?: boolean;
};

export type ListedTool = {
  name: string;
  title: string;
  description: string;
  inputSchema: ObjectSchema;
  outputSchema: ObjectSchema;
  annotations: {
    title: string;
    readOnlyHint: true;
    destructiveHint: false;
    idempotentHint: true;
    openWorldHint: false;
  };
  _meta?: { olsUi: { id: string } };
};

const schemaOf = (schema: z.ZodObject, io: 'input' | 'output'): ObjectSchema => {
  const json = z.toJSONSchema(schema, { io, reused: 'inline' });
  const required = listAt(json, 'required').filter((name) => typeof name === 'string');
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(recordAt(json, 'properties')).map(([name, value]) => [name, Object(value)]),
    ),
    ...(required.length === 0 ? {} : { required }),
    ...(io === 'input' ? { additionalProperties: false } : {}),
  };
};

const listed = (tool: Tool): ListedTool => ({
  name: tool.name,
  title: tool.title,
  description: tool.description,
  inputSchema: schemaOf(tool.input, 'input'),
  outputSchema: schemaOf(tool.output, 'output'),
  annotations: {
    title: tool.title,
    readOnlyHint: true,
    destructiveHint: false,
    idempotentHint: true,
    openWorldHint: false,
  },
  ...(tool.olsUi === undefined ? {} : { _meta: { olsUi: { id: tool.olsUi } } }),
});

/** What `tools/list` answers: sorted, and the same for every caller and every replica. */
export const listTools = (catalogue: readonly Tool[]): ListedTool[] =>
  catalogue.map(listed).sort((a, b) => byCodeUnit(a.name, b.name));
