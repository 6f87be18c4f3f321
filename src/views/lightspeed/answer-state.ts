import { OUR_SERVER } from '../../answers/lightspeed-api';
import type { AnswerOutcome } from './client';
import type { LightspeedEvent } from './events';
import type { LightspeedProblem } from './problems';
import type { LightspeedQuestion } from './question';

/** What stands behind an answer: our sidecar's tools, the findings on the page, or nothing of ours. */
export type Basis = 'grounded' | LightspeedQuestion['basis'];

export type ToolUse = {
  readonly id: string;
  readonly name: string;
  readonly server?: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly status: 'running' | 'refused' | 'success' | 'failed';
  /** What a tool of our sidecar gave for programs; not checked yet. */
  readonly structured?: unknown;
};

export type AnswerState = {
  /** `asking`: no text yet, or waiting for another answer on the page to end. */
  readonly status: 'idle' | 'asking' | 'streaming' | 'done' | 'stopped' | 'failed';
  /** Markdown. */
  readonly text: string;
  readonly basis: Basis;
  readonly tools: readonly ToolUse[];
  /** The model's answer or its input was cut. */
  readonly truncated: boolean;
  readonly tokens?: { readonly input: number; readonly output: number };
  /** What is left, per limiter, where Lightspeed tells. */
  readonly quotas: Readonly<Record<string, unknown>>;
  readonly problem?: LightspeedProblem;
  /** Lightspeed's id for it, for an opinion about the answer. */
  readonly conversation?: string;
  /** It was given before, and not asked for again. */
  readonly remembered?: boolean;
};

export const IDLE: AnswerState = {
  status: 'idle',
  text: '',
  basis: 'general',
  tools: [],
  truncated: false,
  quotas: {},
};

export const asking = ({ basis }: LightspeedQuestion): AnswerState => ({
  ...IDLE,
  status: 'asking',
  basis,
});

const isRunning = (status: AnswerState['status']): boolean =>
  status === 'asking' || status === 'streaming';

/** Marks the first tool use that fits; approvals carry no id and are matched by name. */
const mark = (
  tools: readonly ToolUse[],
  fits: (tool: ToolUse) => boolean,
  change: Partial<ToolUse>,
): readonly ToolUse[] => {
  const index = tools.findIndex(fits);
  return tools.map((tool, at) => (at === index ? { ...tool, ...change } : tool));
};

/** The state after one more event of the stream. */
export const withEvent = (state: AnswerState, event: LightspeedEvent): AnswerState => {
  if (!isRunning(state.status)) return state;
  switch (event.is) {
    case 'start':
      return { ...state, conversation: event.conversation };
    case 'error':
      return state;
    case 'token':
      return { ...state, status: 'streaming', text: state.text + event.text };
    case 'tool_call': {
      const { id, name, server, args } = event;
      const use: ToolUse = { id, name, args, status: 'running', ...(server && { server }) };
      return { ...state, status: 'streaming', tools: [...state.tools, use] };
    }
    case 'approval_required': {
      const isAsked = (tool: ToolUse) => tool.name === event.tool && tool.status === 'running';
      return state.tools.some(isAsked)
        ? { ...state, tools: mark(state.tools, isAsked, { status: 'refused' }) }
        : {
            ...state,
            tools: [...state.tools, { id: '', name: event.tool, args: {}, status: 'refused' }],
          };
    }
    case 'tool_result': {
      const isOurs = event.server === OUR_SERVER;
      const succeeded = event.status === 'success';
      const tools = mark(state.tools, (tool) => tool.id === event.id && tool.status === 'running', {
        status: succeeded ? 'success' : 'failed',
        ...(isOurs && succeeded ? { structured: event.structured } : {}),
      });
      return { ...state, tools, basis: isOurs && succeeded ? 'grounded' : state.basis };
    }
    case 'end':
      return {
        ...state,
        truncated: event.truncated,
        quotas: event.quotas,
        ...(event.inputTokens === undefined
          ? {}
          : { tokens: { input: event.inputTokens, output: event.outputTokens ?? 0 } }),
      };
  }
};

/** The state once the stream is over. */
export const withOutcome = (state: AnswerState, outcome: AnswerOutcome): AnswerState => {
  if (!isRunning(state.status)) return state;
  return outcome.is === 'failed'
    ? { ...state, status: 'failed', problem: outcome.problem }
    : { ...state, status: outcome.is };
};
