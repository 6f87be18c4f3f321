import { randomUUID } from 'node:crypto';
import type { Caller } from './auth';
import type { Progress, ToolCallData, ToolResultData } from './events';
import { Problem } from './http';
import { chatTimeoutMs, listAllTools } from './mcp-client';
import { answerWithModel } from './model-loop';
import { answerWithPlanner } from './planner/answer';
import { withAttachments } from './prompt';
import { checkAttachments, isUuid, readQuery, type QueryRequest } from './requests';
import { serversOf, type Service } from './service';
import type { Usage } from './turn';

/** A question that passed every check that comes before the first byte of an answer. */
export type Question = { request: QueryRequest; caller: Caller; conversationId: string };

export type Answer = Usage & {
  response: string;
  toolCalls: readonly ToolCallData[];
  toolResults: readonly ToolResultData[];
};

export const acceptQuestion = (service: Service, caller: Caller, body: unknown): Question => {
  const request = readQuery(body, service.behaviour.rejectMode !== true);
  // An empty id is as good as none.
  const conversationId = request.conversationId === '' ? undefined : request.conversationId;
  if (conversationId !== undefined && !isUuid(conversationId)) {
    const cause = `Invalid conversation ID ${conversationId}`;
    throw new Problem(400, { response: 'Error retrieving conversation history', cause });
  }
  checkAttachments(request.attachments);
  service.quota.ensure(caller.id, service.behaviour.quotaExceeded === true);
  return { request, caller, conversationId: conversationId ?? randomUUID() };
};

/** Makes the answer and tells `emit` each step. Nothing is stored here. */
export const answer = async (
  service: Service,
  { request, caller, conversationId }: Question,
  streaming: boolean,
  signal: AbortSignal,
  emit: (event: Progress) => void,
): Promise<Answer> => {
  const { options, behaviour, approvals, conversations } = service;
  const toolCalls: ToolCallData[] = [];
  const toolResults: ToolResultData[] = [];
  let response = '';
  const { token } = caller;
  const tools = await listAllTools(serversOf(service), { token, signal, timeoutMs: chatTimeoutMs });
  const turn = {
    user: caller.id,
    token,
    streaming,
    approval: options.toolsApproval ?? 'tool_annotations',
    approvalTimeoutMs: options.approvalTimeoutMs ?? 600_000,
    approvals,
    signal,
    question: request.query,
    attachments: request.attachments,
    prompt: withAttachments(request.query, request.attachments),
    history: conversations.history(caller.id, conversationId),
    mode: request.mode,
    tools,
    model: options.model,
    tokenDelayMs: behaviour.tokenDelayMs ?? options.tokenDelayMs ?? 15,
    emit: (event: Progress) => {
      if (event.event === 'token') response += event.token;
      if (event.event === 'tool_call') toolCalls.push(event.data);
      if (event.event === 'tool_result') toolResults.push(event.data);
      emit(event);
    },
  };
  const usage = options.model
    ? await answerWithModel(turn, options.model)
    : await answerWithPlanner(turn);
  return { response, toolCalls, toolResults, ...usage };
};

/** Keeps the exchange and charges the quota: only for an answer that was given to its end. */
export const record = (service: Service, question: Question, made: Answer): void => {
  const { request, caller, conversationId } = question;
  service.conversations.append(caller.id, conversationId, {
    question: withAttachments(request.query, request.attachments),
    answer: made.response,
    toolCalls: made.toolCalls,
    toolResults: made.toolResults,
  });
  service.quota.spend(caller.id, made.inputTokens + made.outputTokens);
};

/** `POST /v1/query`. A caller who hangs up does not stop it: the conversation is stored anyway. */
export const answerAtOnce = async (
  service: Service,
  caller: Caller,
  body: unknown,
): Promise<unknown> => {
  const question = acceptQuestion(service, caller, body);
  const signal = AbortSignal.any([service.closing]);
  const made = await answer(service, question, false, signal, () => undefined);
  record(service, question, made);
  return {
    conversation_id: question.conversationId,
    response: made.response,
    referenced_documents: [],
    truncated: false,
    input_tokens: made.inputTokens,
    output_tokens: made.outputTokens,
    available_quotas: service.quota.available(caller.id),
    tool_calls: made.toolCalls,
    tool_results: made.toolResults,
  };
};
