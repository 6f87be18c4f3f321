import { readJson } from '../http';
import { listen, type Listening } from './listen';

type Delta = Readonly<Record<string, unknown>>;

/** One completion of the script: deltas to stream, or an HTTP error. */
export type Completion =
  | { deltas: readonly Delta[]; usage?: { prompt_tokens: number; completion_tokens: number } }
  | { status: number; message: string };

export type ScriptedModel = Listening & { requests: unknown[] };

/** A tool call whose arguments arrive in two pieces, as endpoints stream them. */
export const toolCallDeltas = (id: string, name: string, args: unknown, index = 0): Delta[] => {
  const json = JSON.stringify(args);
  const part = (rest: object): Delta => ({ tool_calls: [{ index, ...rest }] });
  return [
    part({ id, type: 'function', function: { name, arguments: json.slice(0, 4) } }),
    part({ function: { arguments: json.slice(4) } }),
  ];
};

const lines = (completion: Extract<Completion, { deltas: unknown }>): string => {
  const chunk = (rest: object): string =>
    `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 0, model: 'm', ...rest })}\n\n`;
  const deltas = completion.deltas.map((delta) => chunk({ choices: [{ index: 0, delta }] }));
  const usage = completion.usage ? chunk({ choices: [], usage: completion.usage }) : '';
  return `${deltas.join('')}${usage}data: [DONE]\n\n`;
};

/** An OpenAI-compatible endpoint that plays a script, the last completion for ever. */
export const startModel = async (script: readonly Completion[]): Promise<ScriptedModel> => {
  const requests: unknown[] = [];
  const listening = await listen((request, response) => {
    void readJson(request).then((body) => {
      const completion = script[Math.min(requests.length, script.length - 1)];
      requests.push(body);
      if (!completion || 'status' in completion) {
        response.writeHead(completion?.status ?? 500, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ error: { message: completion?.message } }));
        return;
      }
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.end(lines(completion));
    });
  });
  return { ...listening, url: `${listening.url}/v1`, requests };
};
