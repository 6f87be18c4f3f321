import { AjvJsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/ajv';
import type { Tool } from '@modelcontextprotocol/sdk/types.js';
import type { Attachment } from '../requests';
import { fillArguments } from './arguments';
import { prose, readFacts, withoutNames } from './facts';
import { parametersOf } from './parameters';
import { scoreTools } from './score';
import { isFunctionWord, wordsOf } from './words';

export type Plan =
  | { kind: 'call'; tool: Tool; args: Record<string, unknown> }
  /** A tool fits, but the question lacks something it requires. */
  | { kind: 'incomplete'; tool: Tool; missing: readonly string[] }
  | { kind: 'none' };

/** Worth of a value the question states literally and the tool can take. */
const statedBonus = 2;
/** Worth of being asked for by its own name. */
const namedBonus = 10;
/** A tool far behind the best one answers another question. */
const nearBest = 0.4;

const isValid = (tool: Tool, args: Record<string, unknown>): boolean => {
  try {
    return new AjvJsonSchemaValidator().getValidator(tool.inputSchema)(args).valid;
  } catch {
    return true;
  }
};

const readsOnly = ({ annotations }: Tool): boolean => annotations?.readOnlyHint === true;

/** "Restart web-1": the question begins with a word of the tool's name or of its choices. */
const orders = (question: string, { name, inputSchema }: Tool): string | undefined => {
  const [verb = ''] = wordsOf(question).filter((word) => word !== 'please');
  const choices = parametersOf(inputSchema).flatMap((parameter) => parameter.choices);
  const said = [...wordsOf(name), ...choices.flatMap(wordsOf)];
  return !isFunctionWord(verb) && said.includes(verb) ? verb : undefined;
};

/**
 * A tool that may change something is for orders only, never for a question that sounds like it. A
 * word that tools which only read have in their names as well ("vm") orders nothing.
 */
const eligible = (question: string, tools: readonly Tool[]): Tool[] => {
  const harmless = new Set(tools.filter(readsOnly).flatMap(({ name }) => wordsOf(name)));
  return tools.filter((tool) => {
    const verb = orders(question, tool);
    return readsOnly(tool) || (verb !== undefined && !harmless.has(verb));
  });
};

/**
 * Chooses one tool and its arguments from nothing but the tools' own words and schemas and the
 * question: the same input always gives the same plan. Of equals a read-only tool, then the first.
 */
export const plan = (
  question: string,
  attachments: readonly Attachment[],
  offered: readonly Tool[],
): Plan => {
  const facts = readFacts(question, attachments);
  const tools = eligible(question, offered);
  const scores = scoreTools(withoutNames(prose(question), facts), tools);
  const candidates = tools
    .map((tool, index) => {
      const filled = fillArguments(tool.inputSchema, facts);
      const score = scores[index] ?? 0;
      const readOnly = readsOnly(tool) ? 0.01 : 0;
      const named = question.includes(tool.name) ? namedBonus : 0;
      const total = score === 0 ? 0 : score + named + statedBonus * filled.stated + readOnly;
      return { tool, filled, total };
    })
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total);
  const [best] = candidates;
  if (!best) return { kind: 'none' };
  const chosen = candidates
    .filter(({ total }) => total >= best.total * nearBest)
    .find(({ tool, filled }) => filled.missing.length === 0 && isValid(tool, filled.args));
  if (chosen) return { kind: 'call', tool: chosen.tool, args: chosen.filled.args };
  return { kind: 'incomplete', tool: best.tool, missing: best.filled.missing };
};
