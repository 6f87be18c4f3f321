import type {
  CallToolResult,
  ContentBlock,
  ProgressToken,
  ServerNotification,
} from '@modelcontextprotocol/sdk/types.js';

/** One red pixel. */
export const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==';

/** A sound without samples. */
const WAV = 'UklGRiYAAABXQVZFZm10IBAAAAABAAEAQB8AAAB9AAACABAAZGF0YQIAAAA=';

const text = (value: string): ContentBlock => ({ type: 'text', text: value });
const image: ContentBlock = { type: 'image', data: PNG, mimeType: 'image/png' };

const resource = (uri: string, mimeType: string, value: string): ContentBlock => ({
  type: 'resource',
  resource: { uri, mimeType, text: value },
});

/** What each tool of the suite answers. */
export const TOOL_RESULTS: Readonly<Record<string, CallToolResult>> = {
  test_simple_text: { content: [text('This is a simple text response for testing.')] },
  test_image_content: { content: [image] },
  test_audio_content: { content: [{ type: 'audio', data: WAV, mimeType: 'audio/wav' }] },
  test_embedded_resource: {
    content: [
      resource('test://embedded-resource', 'text/plain', 'This is an embedded resource content.'),
    ],
  },
  test_multiple_content_types: {
    content: [
      text('Multiple content types test:'),
      image,
      resource('test://mixed-content-resource', 'application/json', '{"test":"data","value":123}'),
    ],
  },
  test_tool_with_logging: { content: [text('What was done stands in the log.')] },
  test_tool_with_progress: { content: [text('All of it is done.')] },
  test_error_handling: {
    isError: true,
    content: [text('This tool intentionally returns an error for testing')],
  },
};

/** What a tool of the suite tells before its result, each a moment after the other. */
export const TOLD_BEFORE: Readonly<
  Record<string, (token: ProgressToken | undefined) => readonly ServerNotification[]>
> = {
  test_tool_with_logging: () =>
    ['Tool execution started', 'Tool processing data', 'Tool execution completed'].map((data) => ({
      method: 'notifications/message',
      params: { level: 'info', data },
    })),
  test_tool_with_progress: (progressToken = 0) =>
    [0, 50, 100].map((progress) => ({
      method: 'notifications/progress',
      params: { progressToken, progress, total: 100 },
    })),
};

const ADDRESS = {
  type: 'object',
  properties: { street: { type: 'string' }, city: { type: 'string' } },
};

/** A schema whose keywords must reach the client as they are. */
export const SCHEMA_TOOL = {
  name: 'json_schema_2020_12_tool',
  description: 'Tool with JSON Schema 2020-12 features',
  inputSchema: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object' as const,
    $defs: { address: ADDRESS },
    properties: { name: { type: 'string' }, address: { $ref: '#/$defs/address' } },
    additionalProperties: false,
  },
};

export type PromptArguments = Readonly<Record<string, string>>;

/** The messages of each prompt of the suite. */
export const PROMPT_CONTENTS: Readonly<
  Record<string, { readonly needs: readonly string[]; of(args: PromptArguments): ContentBlock[] }>
> = {
  test_simple_prompt: { needs: [], of: () => [text('This is a simple prompt for testing.')] },
  test_prompt_with_arguments: {
    needs: ['arg1', 'arg2'],
    of: ({ arg1, arg2 }) => [text(`Prompt with arguments: arg1='${arg1}', arg2='${arg2}'`)],
  },
  test_prompt_with_embedded_resource: {
    needs: ['resourceUri'],
    of: ({ resourceUri = '' }) => [
      resource(resourceUri, 'text/plain', 'Embedded resource content for testing.'),
      text('Please process the embedded resource above.'),
    ],
  },
  test_prompt_with_image: {
    needs: [],
    of: () => [image, text('Please analyze the image above.')],
  },
};
