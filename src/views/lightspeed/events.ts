import { at, flagAt, numberAt, recordAt, textAt } from '@cnv-ai/engine/kubernetes';

/** The events of `/v1/streaming_query` in `application/json` form that mean something to us. */
export type LightspeedEvent =
  | { readonly is: 'start'; readonly conversation: string }
  | { readonly is: 'token'; readonly text: string }
  | {
      readonly is: 'tool_call';
      readonly id: string;
      readonly name: string;
      readonly server?: string;
      readonly args: Readonly<Record<string, unknown>>;
    }
  | { readonly is: 'approval_required'; readonly approval: string; readonly tool: string }
  | {
      readonly is: 'tool_result';
      readonly id: string;
      readonly name: string;
      readonly server?: string;
      readonly status: string;
      readonly structured?: unknown;
    }
  | {
      readonly is: 'error';
      readonly response: string;
      readonly cause: string;
      readonly status?: number;
    }
  | {
      readonly is: 'end';
      readonly truncated: boolean;
      readonly inputTokens?: number;
      readonly outputTokens?: number;
      readonly quotas: Readonly<Record<string, unknown>>;
    };

const toolOf = (data: unknown) => {
  const server = textAt(data, 'server_name');
  return {
    id: textAt(data, 'id') ?? '',
    name: textAt(data, 'name') ?? '',
    ...(server === undefined ? {} : { server }),
  };
};

const READERS: Readonly<
  Record<string, (data: unknown, whole: unknown) => LightspeedEvent | undefined>
> = {
  start: (data) => {
    const conversation = textAt(data, 'conversation_id');
    return conversation === undefined ? undefined : { is: 'start', conversation };
  },
  token: (data) => {
    const text = textAt(data, 'token');
    return text === undefined ? undefined : { is: 'token', text };
  },
  tool_call: (data) => ({ is: 'tool_call', ...toolOf(data), args: recordAt(data, 'args') }),
  approval_required: (data) => {
    const approval = textAt(data, 'approval_id');
    return approval === undefined
      ? undefined
      : { is: 'approval_required', approval, tool: textAt(data, 'tool_name') ?? '' };
  },
  tool_result: (data) => ({
    is: 'tool_result',
    ...toolOf(data),
    status: textAt(data, 'status') ?? '',
    structured: at(data, 'structured_content'),
  }),
  error: (data) => {
    const status = numberAt(data, 'status_code');
    return {
      is: 'error',
      response: textAt(data, 'response') ?? '',
      cause: textAt(data, 'cause') ?? '',
      ...(status === undefined ? {} : { status }),
    };
  },
  end: (data, whole) => {
    const inputTokens = numberAt(data, 'input_tokens');
    const outputTokens = numberAt(data, 'output_tokens');
    return {
      is: 'end',
      truncated: flagAt(data, 'truncated') === true,
      ...(inputTokens === undefined ? {} : { inputTokens }),
      ...(outputTokens === undefined ? {} : { outputTokens }),
      quotas: recordAt(whole, 'available_quotas'),
    };
  },
};

/** One line of the stream as an event; `undefined` for blank, unknown and damaged lines. */
export const parseLine = (line: string): LightspeedEvent | undefined => {
  if (!line.startsWith('data:')) return undefined;
  let whole: unknown;
  try {
    whole = JSON.parse(line.slice('data:'.length));
  } catch {
    return undefined;
  }
  const name = textAt(whole, 'event') ?? '';
  const read = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
  return read?.(recordAt(whole, 'data'), whole);
};
