import type { z } from 'zod';
import { isRecord } from '@cnv-ai/engine/kubernetes';
import { cut, escapeUnsafe } from '@cnv-ai/engine/redaction';

const LONGEST_PROBLEM = 200;

/** Models send `null` for an argument they leave out. */
export const withoutNulls = (args: unknown): unknown =>
  isRecord(args)
    ? Object.fromEntries(Object.entries(args).filter(([, value]) => value !== null))
    : (args ?? {});

/** One sentence for the first thing wrong with a tool's arguments. */
export const problemOf = (tool: string, error: z.ZodError): string => {
  const [issue] = error.issues;
  const path = issue?.path.join('.') ?? '';
  const where = path === '' ? '' : `${path}: `;
  return cut(
    escapeUnsafe(`Arguments of ${tool} not usable: ${where}${issue?.message ?? 'not an object'}.`),
    LONGEST_PROBLEM,
  );
};
