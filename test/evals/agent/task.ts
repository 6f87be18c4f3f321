import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord, listAt, numberAt, recordAt, textAt } from '@cnv-ai/engine/kubernetes';
import { parse } from 'yaml';

/** One step: a text the answer has to contain, or a command that has to succeed. */
export type Step =
  | { readonly kind: 'contains'; readonly text: string }
  | { readonly kind: 'script'; readonly command: string };

export type ToolPattern = { readonly server: string; readonly tool: RegExp };

/** A task of mcpchecker's format v1alpha2, as far as this runner plays it. */
export type Task = {
  readonly name: string;
  readonly difficulty: string;
  readonly area: string;
  readonly prompt: string;
  readonly setup: readonly Step[];
  readonly verify: readonly Step[];
  readonly toolsUsed: readonly ToolPattern[];
  readonly toolsNotUsed: readonly ToolPattern[];
  readonly maxToolCalls: number;
};

const FOLDER = join(import.meta.dirname, 'tasks');

const stepOf = (step: unknown): Step => {
  const text = textAt(step, 'llmJudge', 'contains');
  if (text !== undefined) return { kind: 'contains', text };
  const command = textAt(step, 'script', 'inline');
  if (command !== undefined) return { kind: 'script', command };
  throw new Error('a step is neither llmJudge.contains nor script.inline');
};

/** A pattern is of the task's author, who is one of us; a tool's name stands for itself. */
const patternOf = (assertion: unknown): ToolPattern => {
  const tool = textAt(assertion, 'tool');
  const pattern = tool ?? textAt(assertion, 'toolPattern') ?? '.*';
  return { server: textAt(assertion, 'server') ?? '', tool: new RegExp(`^(?:${pattern})$`) };
};

const KNOWN = ['toolsUsed', 'toolsNotUsed', 'maxToolCalls'];

const taskOf = (document: unknown): Task => {
  if (textAt(document, 'apiVersion') !== 'mcpchecker/v1alpha2') throw new Error('another version');
  const assertions = recordAt(document, 'spec', 'assertions');
  const odd = Object.keys(assertions).find((key) => !KNOWN.includes(key));
  if (odd !== undefined) throw new Error(`the assertion ${odd} is not played here`);
  const prompt = textAt(document, 'spec', 'prompt', 'inline');
  if (prompt === undefined) throw new Error('it has no prompt');
  return {
    name: textAt(document, 'metadata', 'name') ?? '',
    difficulty: textAt(document, 'metadata', 'difficulty') ?? '',
    area: textAt(document, 'metadata', 'labels', 'area') ?? '',
    prompt,
    setup: listAt(document, 'spec', 'setup').map(stepOf),
    verify: listAt(document, 'spec', 'verify').map(stepOf),
    toolsUsed: listAt(assertions, 'toolsUsed').filter(isRecord).map(patternOf),
    toolsNotUsed: listAt(assertions, 'toolsNotUsed').filter(isRecord).map(patternOf),
    maxToolCalls: numberAt(assertions, 'maxToolCalls') ?? Infinity,
  };
};

/** Every task of this folder, by file name. Throws when one cannot be played as it is written. */
export const loadTasks = (): Task[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => {
      try {
        const task = taskOf(parse(readFileSync(join(FOLDER, file), 'utf8')));
        if (`${task.name}.yaml` !== file) throw new Error(`its name is "${task.name}"`);
        return task;
      } catch (error) {
        throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
      }
    });
