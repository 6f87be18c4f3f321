import { isRecord, numberAt, recordAt, textAt } from './json';
import type { KubeObject } from './objects';

/** One line of a watch. */
export type WatchEvent =
  | { readonly kind: 'set' | 'remove'; readonly object: KubeObject; readonly version: string }
  | { readonly kind: 'bookmark'; readonly version: string }
  /** 410: what happened since the version asked for is forgotten; list again. */
  | { readonly kind: 'expired' }
  /** No event, or an error of the API server: the stream is of no further use. */
  | { readonly kind: 'broken' };

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

export const watchEventOf = (line: string): WatchEvent => {
  const event = parsed(line);
  const object = recordAt(event, 'object');
  const type = textAt(event, 'type');
  if (type === 'ERROR') return { kind: numberAt(object, 'code') === 410 ? 'expired' : 'broken' };
  const version = textAt(object, 'metadata', 'resourceVersion') ?? '';
  if (!isRecord(event) || version === '') return { kind: 'broken' };
  switch (type) {
    case 'ADDED':
    case 'MODIFIED':
      return { kind: 'set', object, version };
    case 'DELETED':
      return { kind: 'remove', object, version };
    case 'BOOKMARK':
      return { kind: 'bookmark', version };
    default:
      return { kind: 'broken' };
  }
};
