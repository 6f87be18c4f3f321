import type OpenAI from 'openai';
import type { Usage } from './turn';

type Chunk = OpenAI.Chat.Completions.ChatCompletionChunk;

export type RequestedCall = { id: string; name: string; args: string };

/** Puts a streamed completion together: text is passed on at once, tool calls when complete. */
export const collectCompletion = async (
  stream: AsyncIterable<Chunk>,
  onToken: (token: string) => void,
): Promise<{ text: string; calls: RequestedCall[]; usage: Usage | undefined }> => {
  const calls = new Map<number, RequestedCall>();
  let text = '';
  let usage: Usage | undefined;
  for await (const chunk of stream) {
    if (chunk.usage) {
      usage = {
        inputTokens: chunk.usage.prompt_tokens,
        outputTokens: chunk.usage.completion_tokens,
      };
    }
    const delta = chunk.choices[0]?.delta;
    if (delta?.content) {
      text += delta.content;
      onToken(delta.content);
    }
    for (const part of delta?.tool_calls ?? []) {
      const call = calls.get(part.index) ?? { id: '', name: '', args: '' };
      call.id ||= part.id ?? '';
      call.name += part.function?.name ?? '';
      call.args += part.function?.arguments ?? '';
      calls.set(part.index, call);
    }
  }
  return { text, calls: [...calls.values()], usage };
};
