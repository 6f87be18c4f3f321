import { at, numberAt, textAt } from '@cnv-ai/engine/kubernetes';

/** What a rejected `consoleFetch` tells: the status and body when a server answered, else neither. */
export type HttpFailure = {
  readonly code?: number;
  /** The body, when it was JSON. */
  readonly body?: unknown;
  readonly message: string;
};

/** Reads an error by shape: the console's HttpError may come from another copy of the SDK. */
export const httpFailure = (error: unknown): HttpFailure => {
  const code = numberAt(error, 'code') ?? numberAt(at(error, 'response'), 'status');
  const body = at(error, 'json');
  return {
    ...(code === undefined ? {} : { code }),
    ...(body === undefined ? {} : { body }),
    message: textAt(body, 'message') ?? (error instanceof Error ? error.message : String(error)),
  };
};
