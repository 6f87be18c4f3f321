import type { Exchange } from './conversations';
import type { ModelConfig } from './options';
import type { ServerTool } from './mcp-client';
import type { Attachment, QueryMode } from './requests';
import type { RoundContext } from './tool-round';

/** Everything an answer is made from. */
export type Turn = RoundContext & {
  question: string;
  attachments: readonly Attachment[];
  /** The question with its attachments, as a model reads it. */
  prompt: string;
  history: readonly Exchange[];
  mode: QueryMode;
  tools: readonly ServerTool[];
  model: ModelConfig | undefined;
  tokenDelayMs: number;
};

export type Usage = { inputTokens: number; outputTokens: number };
