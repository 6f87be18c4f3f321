import type { Approvals } from './approvals';
import type { Progress, ToolCallData, ToolResultData } from './events';
import type { ServerTool } from './mcp-client';
import type { ToolsApproval } from './options';
import { estimateTokens } from './prompt';
import { failure, runTool, type ToolOutcome } from './tool-call';

/** A call as the planner or the model asked for it; `tool` is missing for a name nobody offers. */
export type Wanted = {
  id: string;
  name: string;
  args: Record<string, unknown>;
  tool: ServerTool | undefined;
};

export type RoundContext = {
  user: string;
  token: string;
  /** `/v1/query` cannot ask for an approval and runs everything. */
  streaming: boolean;
  approval: ToolsApproval;
  approvalTimeoutMs: number;
  approvals: Approvals;
  signal: AbortSignal;
  emit: (event: Progress) => void;
};

/** Half of a 128k window is the tools'; one round takes 60 % of what is left, split evenly. */
export const toolBudgetTokens = 64_000;
const roundShare = 0.6;
const charsPerToken = 4;

const origin = (tool: ServerTool | undefined): Pick<ToolCallData, 'server_name' | 'tool_meta'> => ({
  ...(tool && { server_name: tool.server.name }),
  ...(tool?.definition._meta && { tool_meta: tool.definition._meta }),
});

const needsApproval = (tool: ServerTool, context: RoundContext): boolean => {
  if (!context.streaming || context.approval === 'never') return false;
  return context.approval === 'always' || tool.definition.annotations?.readOnlyHint !== true;
};

const refusal: Readonly<Record<'rejected' | 'timeout', string>> = {
  rejected: 'execution was rejected',
  timeout: 'approval timed out',
};

/** `undefined` when the tool may run. */
const awaitApproval = async (
  { name, args }: Wanted,
  { server, definition }: ServerTool,
  context: RoundContext,
): Promise<ToolOutcome | undefined> => {
  const { approvals, user, approvalTimeoutMs, signal, emit } = context;
  const { id, verdict } = approvals.request(user, approvalTimeoutMs, signal);
  emit({
    event: 'approval_required',
    data: {
      approval_id: id,
      tool_name: name,
      tool_description: definition.description ?? '',
      tool_args: args,
      tool_annotation: {
        ...definition.annotations,
        ...(definition._meta && { _meta: definition._meta }),
        mcp_server: server.name,
      },
    },
  });
  const outcome = await verdict;
  if (outcome === 'approved') return undefined;
  const content = `Tool '${name}' ${refusal[outcome]}. Do not retry this exact tool call.`;
  return { status: 'error', content };
};

const runOne = async (
  wanted: Wanted,
  maxChars: number,
  context: RoundContext,
): Promise<ToolOutcome> => {
  const { tool, name, args } = wanted;
  if (!tool) return failure(name, 'no configured server offers a tool of this name');
  const refused = needsApproval(tool, context)
    ? await awaitApproval(wanted, tool, context)
    : undefined;
  context.signal.throwIfAborted();
  return refused ?? runTool(tool, args, { ...context, maxChars });
};

const asResult = (
  { id, name, tool }: Wanted,
  outcome: ToolOutcome,
  round: number,
): ToolResultData => ({
  id,
  name,
  status: outcome.status,
  content: outcome.content,
  type: 'tool_result',
  round,
  ...(outcome.structured && { structured_content: outcome.structured }),
  ...origin(tool),
});

/**
 * One round: every call is announced, all run at once, and their results are reported together
 * after the last has finished.
 * @param budget tokens left for tool output in this conversation turn
 * @returns the results and the tokens left
 */
export const runRound = async (
  calls: readonly Wanted[],
  round: number,
  budget: number,
  context: RoundContext,
): Promise<{ results: ToolResultData[]; budget: number }> => {
  for (const { id, name, args, tool } of calls) {
    context.emit({
      event: 'tool_call',
      data: { name, args, id, type: 'tool_call', ...origin(tool) },
    });
  }
  const maxChars = Math.floor((budget * roundShare * charsPerToken) / Math.max(calls.length, 1));
  const outcomes = await Promise.all(
    calls.map(async (call) => asResult(call, await runOne(call, maxChars, context), round)),
  );
  for (const data of outcomes) context.emit({ event: 'tool_result', data });
  const spent = outcomes.reduce((sum, { content }) => sum + estimateTokens(content), 0);
  return { results: outcomes, budget: Math.max(0, budget - spent) };
};
