import { parseLine, type LightspeedEvent } from './events';

/** Turns the bytes of a stream into events, wherever the network cut them. */
export type EventStream = {
  /** The events completed by these bytes. */
  push(bytes: Uint8Array): LightspeedEvent[];
  /** What the last line, ended by the stream's end alone, holds. */
  finish(): LightspeedEvent[];
};

const eventsOf = (lines: readonly string[]): LightspeedEvent[] =>
  lines.map((line) => parseLine(line)).filter((event) => event !== undefined);

export const createEventStream = (): EventStream => {
  const decoder = new TextDecoder();
  let rest = '';
  return {
    push: (bytes) => {
      const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      return eventsOf(lines);
    },
    finish: () => {
      const last = rest + decoder.decode();
      rest = '';
      return eventsOf([last]);
    },
  };
};
