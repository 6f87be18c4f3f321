import { isRecord } from '@cnv-ai/engine/kubernetes';
import { badRequest } from './status';

/** Where a list goes on: after `start`, in the state of `version` (-1: the latest state). */
export type Continue = { readonly version: number; readonly start: string };

export const encodeContinue = ({ version, start }: Continue): string =>
  Buffer.from(
    JSON.stringify({ v: 'meta.k8s.io/v1', rv: version, start: `${start}\u0000` }),
  ).toString('base64url');

const parsed = (token: string): unknown => {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
};

export const decodeContinue = (token: string): Continue => {
  const value = parsed(token);
  if (
    !isRecord(value) ||
    value.v !== 'meta.k8s.io/v1' ||
    typeof value.rv !== 'number' ||
    typeof value.start !== 'string'
  ) {
    throw badRequest(
      'invalid continue token: continue key is not valid: it was not made by this server',
    );
  }
  return { version: value.rv, start: value.start.replace(/\u0000$/, '') };
};
