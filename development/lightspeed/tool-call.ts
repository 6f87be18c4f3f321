import { setTimeout as pause } from 'node:timers/promises';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { callTool, chatTimeoutMs, type ServerTool } from './mcp-client';

/** What the model and the stream learn of one tool call. */
export type ToolOutcome = {
  status: 'success' | 'error' | 'truncated';
  content: string;
  structured?: Readonly<Record<string, unknown>>;
};

const cutMark = '\n[OUTPUT TRUNCATED: the tool returned more than fits. Ask for less at a time.]';
const retries = 2;

const blockText = (item: CallToolResult['content'][number]): string => {
  if (item.type === 'text') return item.text;
  if (item.type === 'audio') throw new Error('audio content is not supported');
  if (item.type === 'resource' && 'text' in item.resource) return item.resource.text;
  return JSON.stringify(item);
};

/** Cut at the last line that fits, so that no fact is cut in the middle. */
const cut = (text: string, limit: number): string => {
  const head = text.slice(0, limit);
  const line = head.lastIndexOf('\n');
  return `${(line > 0 ? head.slice(0, line) : head).trim()}${cutMark}`;
};

/** An error is one line of at most 220 characters; its structured content is lost. */
export const failure = (tool: string, reason: string): ToolOutcome => {
  const line = reason.split(/\s+/).join(' ').trim();
  const short = line.length > 220 ? `${line.slice(0, 217)}...` : line;
  return { status: 'error', content: `Tool '${tool}' failed: ${short}` };
};

/** Milliseconds until another attempt, or `undefined` when the words of the error rule one out. */
const retryAfter = (error: unknown, attempt: number): number | undefined => {
  const text = error instanceof Error ? error.message.toLowerCase() : '';
  if (attempt >= retries) return undefined;
  if (/rate limit|429|too many requests/.test(text)) return 1000 * 2 ** attempt;
  const transient = /timeout|temporar|connection reset|connection closed|fetch failed/.test(text);
  return transient ? 200 * 2 ** attempt : undefined;
};

const present = (result: CallToolResult, maxChars: number): ToolOutcome => {
  const text = result.content.map(blockText).join('\n').trim();
  const structured = result.structuredContent && { structured: result.structuredContent };
  return text.length > maxChars
    ? { status: 'truncated', content: cut(text, maxChars), ...structured }
    : { status: 'success', content: text, ...structured };
};

const attempt = async (
  { server, definition }: ServerTool,
  args: Record<string, unknown>,
  token: string,
  signal: AbortSignal,
): Promise<CallToolResult> => {
  const call = { token, signal, timeoutMs: chatTimeoutMs };
  const result = await callTool(server, definition.name, args, call);
  if (result.isError === true) throw new Error(result.content.map(blockText).join('\n'));
  return result;
};

/** Runs one tool for the chat: retries what looks passing, cuts what exceeds the budget. */
export const runTool = async (
  tool: ServerTool,
  args: Record<string, unknown>,
  { token, signal, maxChars }: { token: string; signal: AbortSignal; maxChars: number },
): Promise<ToolOutcome> => {
  for (let tries = 0; ; tries += 1) {
    try {
      return present(await attempt(tool, args, token, signal), maxChars);
    } catch (error) {
      signal.throwIfAborted();
      const wait = retryAfter(error, tries);
      if (wait === undefined) {
        const reason = error instanceof Error ? error.message : String(error);
        return failure(tool.definition.name, reason);
      }
      await pause(wait, undefined, { signal });
    }
  }
};
