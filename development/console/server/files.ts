import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, resolve, sep } from 'node:path';
import { refuse } from './answers';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Sends a file of a directory and never one outside of it. */
export const sendFile = async (
  response: ServerResponse,
  directory: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<void> => {
  const file = resolve(directory, `.${sep}${path}`);
  const inside = file.startsWith(resolve(directory) + sep);
  const found = inside ? await stat(file).catch(() => undefined) : undefined;
  if (!found?.isFile()) {
    refuse(response, 404, `There is no file ${path} here: look at the address.`);
    return;
  }
  response.writeHead(200, {
    'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
    'Content-Length': found.size,
    // A rebuilt plugin must be seen at the next load of the page.
    'Cache-Control': 'no-cache',
    ...headers,
  });
  createReadStream(file).pipe(response);
};
