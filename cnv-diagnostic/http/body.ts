import type { IncomingMessage } from 'node:http';

export const BODY_LIMIT = 1024 * 1024;

export type Body =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'too_large' }
  | { readonly kind: 'encoded' };

const declared = (request: IncomingMessage): number =>
  Number(request.headers['content-length'] ?? '0');

/** Reads a body of at most 1 MiB; of a larger one no more than that is ever held. */
export const readBody = async (request: IncomingMessage, limit = BODY_LIMIT): Promise<Body> => {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') return { kind: 'encoded' };
  if (declared(request) > limit) return { kind: 'too_large' };
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    if (request.destroyed) reject(new Error('The client went away.'));
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) {
        chunks.push(chunk);
        return;
      }
      chunks.length = 0;
      resolve({ kind: 'too_large' });
    });
    request.once('end', () =>
      resolve({ kind: 'text', text: Buffer.concat(chunks).toString('utf8') }),
    );
    request.once('error', reject);
    request.once('close', () => reject(new Error('The client went away.')));
  });
};
