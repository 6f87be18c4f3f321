import { recordAt, textAt } from '@cnv-ai/engine/kubernetes';

/** The result of a tool, in the shape `ols.tool-ui` components get. */
export type ToolUse = {
  id: string;
  name: string;
  args: Readonly<Record<string, unknown>>;
  status?: string;
  content?: string;
  structuredContent?: Readonly<Record<string, unknown>>;
  serverName?: string;
  olsToolUiID?: string;
};

export type Turn = {
  id: number;
  question: string;
  hidden: boolean;
  answer: string;
  tools: readonly ToolUse[];
  error?: string;
  done: boolean;
};

const toolOf = (data: unknown): ToolUse => ({
  id: textAt(data, 'id') ?? '',
  name: textAt(data, 'name') ?? '',
  args: recordAt(data, 'args'),
});

const withResult = (tool: ToolUse, data: unknown): ToolUse => {
  const structured = recordAt(data, 'structured_content');
  return {
    ...tool,
    status: textAt(data, 'status'),
    content: textAt(data, 'content'),
    ...(Object.keys(structured).length > 0 && { structuredContent: structured }),
    serverName: textAt(data, 'server_name'),
    olsToolUiID: textAt(data, 'tool_meta', 'olsUi', 'id'),
  };
};

/** A turn after one event of Lightspeed's stream; events it does not know change nothing. */
export const withEvent = (turn: Turn, event: unknown): Turn => {
  const data = recordAt(event, 'data');
  switch (textAt(event, 'event')) {
    case 'token':
      return { ...turn, answer: turn.answer + (textAt(data, 'token') ?? '') };
    case 'tool_call':
      return { ...turn, tools: [...turn.tools, toolOf(data)] };
    case 'tool_result': {
      const id = textAt(data, 'id');
      const known = turn.tools.some((tool) => tool.id === id);
      const tools = known ? turn.tools : [...turn.tools, toolOf(data)];
      return {
        ...turn,
        tools: tools.map((tool) => (tool.id === id ? withResult(tool, data) : tool)),
      };
    }
    case 'error': {
      const parts = [textAt(data, 'response'), textAt(data, 'cause')].filter(Boolean);
      return { ...turn, error: parts.join(': ') || 'Lightspeed ended with an error.', done: true };
    }
    case 'end':
      return { ...turn, done: true };
    default:
      return turn;
  }
};
