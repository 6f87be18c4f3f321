import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Issue } from './schema';

/** `detail` of an error body has three shapes: a sentence, a pair, or a list (422 only). */
export type Detail = string | { response: string; cause: string } | readonly Issue[];

/** An answer other than 200, thrown from wherever it becomes known. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly detail: Detail,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(typeof detail === 'string' ? detail : JSON.stringify(detail));
  }
}

const bodyLimit = 8 * 1024 * 1024;

const readText = async (request: IncomingMessage): Promise<string> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > bodyLimit) throw new Problem(413, 'Request body is larger than 8 MiB');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

/** The JSON body, or `undefined` when there is none. */
export const readJson = async (request: IncomingMessage): Promise<unknown> => {
  const text = await readText(request);
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const ctx = { error: error instanceof Error ? error.message : 'not JSON' };
    throw new Problem(422, [
      { type: 'json_invalid', loc: ['body', 0], msg: 'JSON decode error', input: {}, ctx },
    ]);
  }
};

export const sendJson = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
};
