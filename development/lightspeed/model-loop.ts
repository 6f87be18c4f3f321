import { randomUUID } from 'node:crypto';
import OpenAI, { APIConnectionError, BadRequestError } from 'openai';
import { isRecord } from '@cnv-ai/engine/kubernetes';
import { Problem } from './http';
import { collectCompletion, type RequestedCall } from './model-stream';
import { estimateTokens } from './prompt';
import { runRound, toolBudgetTokens, type Wanted } from './tool-round';
import type { Turn, Usage } from './turn';

type Message = OpenAI.Chat.Completions.ChatCompletionMessageParam;
type Definition = OpenAI.Chat.Completions.ChatCompletionTool;

const maxRounds = { ask: 5, troubleshooting: 15 } as const;

const instructions = {
  ask: 'You help administrators of an OpenShift cluster. Use the tools for facts about it; be brief.',
  troubleshooting:
    'You find out what is wrong in an OpenShift cluster. Look with the tools before you conclude, ' +
    'name the evidence, and end with what to do next.',
} as const;

const definitions = (turn: Turn): Definition[] =>
  turn.tools.map(({ definition: { name, description, inputSchema } }) => ({
    type: 'function',
    // Endpoints refuse an object schema that lists no properties at all.
    function: {
      name,
      description: description ?? '',
      parameters: { ...inputSchema, properties: inputSchema.properties ?? {} },
    },
  }));

const opening = (turn: Turn): Message[] => [
  { role: 'system', content: instructions[turn.mode] },
  ...turn.history.flatMap(({ question, answer }): Message[] => [
    { role: 'user', content: question },
    { role: 'assistant', content: answer },
  ]),
  { role: 'user', content: turn.prompt },
];

/** The model's endpoint failed: unreachable is 502, a refusal keeps its code, the rest is 500. */
const asProblem = (error: unknown): Problem => {
  if (error instanceof APIConnectionError) {
    const response = '[Network] Unable to reach the LLM backend';
    return new Problem(502, { response, cause: 'Unable to connect to LLM provider' });
  }
  if (error instanceof BadRequestError) {
    return new Problem(400, { response: `[LLM Backend] ${error.message}`, cause: error.message });
  }
  const response = '[LLM Backend] An error occurred during LLM invocation';
  return new Problem(500, { response, cause: 'An unexpected error occurred' });
};

const parseArguments = (text: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(text === '' ? '{}' : text);
    return isRecord(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
};

/** Arguments that are no JSON object reach the tool as none; its own check says what is missing. */
const wanted = (turn: Turn, { id, name, args }: RequestedCall): Wanted => ({
  id: id === '' ? `call_${randomUUID()}` : id,
  name,
  args: parseArguments(args) ?? {},
  tool: turn.tools.find(({ definition }) => definition.name === name),
});

const askedFor = (text: string, calls: readonly Wanted[]): Message => ({
  role: 'assistant',
  content: text === '' ? null : text,
  tool_calls: calls.map(({ id, name, args }) => ({
    id,
    type: 'function',
    function: { name, arguments: JSON.stringify(args) },
  })),
});

const complete = async (
  client: OpenAI,
  turn: Turn,
  model: string,
  messages: Message[],
  tools: Definition[],
): Promise<Awaited<ReturnType<typeof collectCompletion>>> => {
  try {
    const stream = await client.chat.completions.create(
      {
        model,
        messages,
        stream: true,
        stream_options: { include_usage: true },
        ...(tools.length > 0 && { tools }),
      },
      { signal: AbortSignal.any([turn.signal]) },
    );
    return await collectCompletion(stream, (token) => {
      turn.emit({ event: 'token', token });
    });
  } catch (error) {
    turn.signal.throwIfAborted();
    throw asProblem(error);
  }
};

/** Asks the model, runs the tools it wants, and asks again; the last round offers no tools. */
export const answerWithModel = async (
  turn: Turn,
  model: NonNullable<Turn['model']>,
): Promise<Usage> => {
  const client = new OpenAI({ baseURL: model.url, apiKey: model.apiKey ?? 'none', maxRetries: 0 });
  const messages = opening(turn);
  const offered = definitions(turn);
  const rounds = offered.length === 0 ? 1 : maxRounds[turn.mode];
  const total: Usage = { inputTokens: 0, outputTokens: 0 };
  let budget = toolBudgetTokens;
  for (let round = 1; round <= rounds; round += 1) {
    const tools = round < rounds ? offered : [];
    const { text, calls, usage } = await complete(client, turn, model.name, messages, tools);
    total.inputTokens += usage?.inputTokens ?? estimateTokens(JSON.stringify(messages));
    total.outputTokens += usage?.outputTokens ?? estimateTokens(text);
    if (calls.length === 0 || tools.length === 0) break;
    const requested = calls.map((call) => wanted(turn, call));
    const done = await runRound(requested, round, budget, turn);
    budget = done.budget;
    messages.push(askedFor(text, requested));
    for (const { id, content } of done.results) {
      messages.push({ role: 'tool', tool_call_id: id, content });
    }
  }
  return total;
};
