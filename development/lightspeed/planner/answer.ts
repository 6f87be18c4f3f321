import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ToolResultData } from '../events';
import { estimateTokens } from '../prompt';
import { runRound, toolBudgetTokens } from '../tool-round';
import type { Turn, Usage } from '../turn';
import { plan, type Plan } from './planner';

const mark = '**No model is configured.**';

const withoutTool = (chosen: Exclude<Plan, { kind: 'call' }>, offered: number): string => {
  if (offered === 0) {
    return `${mark} No tool server answered either, so this question cannot be answered here.`;
  }
  if (chosen.kind === 'none') {
    return `${mark} None of the ${offered} tools at hand matches the words of this question.`;
  }
  const lacks = chosen.missing.map((name) => `\`${name}\``).join(', ') || 'a valid value';
  return `${mark} The tool \`${chosen.tool.name}\` fits best, but the question does not give ${lacks}.`;
};

const withResult = ({ name, server_name: server, status, content }: ToolResultData): string => {
  const source = server === undefined ? `\`${name}\`` : `\`${name}\` of \`${server}\``;
  if (status === 'error')
    return `${mark} The tool ${source} was chosen and gave no answer.\n\n${content}`;
  const cut = status === 'truncated' ? ' The result was cut to fit.' : '';
  const text = content === '' ? 'It returned no text.' : content.replaceAll('\n', '  \n');
  return `${mark} What follows repeats the result of the tool ${source}.${cut}\n\n${text}`;
};

const stream = async (text: string, turn: Turn): Promise<void> => {
  for (const [token] of text.matchAll(/\s*\S+\s*/g)) {
    turn.signal.throwIfAborted();
    if (turn.streaming && turn.tokenDelayMs > 0) {
      await pause(turn.tokenDelayMs, undefined, { signal: turn.signal });
    }
    turn.emit({ event: 'token', token });
  }
};

const compose = async (turn: Turn): Promise<string> => {
  const offered = turn.tools.map(({ definition }) => definition);
  const chosen = plan(turn.question, turn.attachments, offered);
  if (chosen.kind !== 'call') return withoutTool(chosen, offered.length);
  const { tool, args } = chosen;
  const wanted = {
    id: `call_${randomUUID()}`,
    name: tool.name,
    args,
    tool: turn.tools.find(({ definition }) => definition === tool),
  };
  const { results } = await runRound([wanted], 1, toolBudgetTokens, turn);
  return results.map(withResult).join('\n\n');
};

/** The answer without a model: one planned tool call, repeated in prose and marked as such. */
export const answerWithPlanner = async (turn: Turn): Promise<Usage> => {
  const text = await compose(turn);
  await stream(text, turn);
  return { inputTokens: estimateTokens(turn.prompt), outputTokens: estimateTokens(text) };
};
