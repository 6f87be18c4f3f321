import { createEventStream } from './event-stream';
import type { LightspeedEvent } from './events';
import { CONVERSATION, GROUNDED, start, token } from './testing/golden-streams';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const eventsOf = (...pieces: readonly Uint8Array[]): LightspeedEvent[] => {
  const stream = createEventStream();
  return [...pieces.flatMap((piece) => stream.push(piece)), ...stream.finish()];
};

describe('createEventStream', () => {
  const bytes = bytesOf(GROUNDED);
  const whole = eventsOf(bytes);

  it('reads every event that means something, in order', () => {
    expect(whole).toEqual([
      { is: 'start', conversation: CONVERSATION },
      {
        is: 'tool_call',
        id: 'call_1',
        name: 'diagnose_vm_error',
        server: 'cnv-diagnostic',
        args: { namespace: 'ns1', vmName: 'vm1' },
      },
      {
        is: 'tool_result',
        id: 'call_1',
        name: 'diagnose_vm_error',
        server: 'cnv-diagnostic',
        status: 'success',
        structured: { summary: 'PVC pending' },
      },
      { is: 'token', text: 'Le disque « données » ' },
      { is: 'token', text: 'は保留中 🧊.\n' },
      {
        is: 'end',
        truncated: false,
        inputTokens: 1546,
        outputTokens: 5,
        quotas: { UserQuotaLimiter: 4200 },
      },
    ]);
  });

  it('gives the same events wherever the network cuts the bytes in two', () => {
    const differing = Array.from({ length: bytes.length }, (_, at) => at).filter(
      (at) =>
        JSON.stringify(eventsOf(bytes.subarray(0, at), bytes.subarray(at))) !==
        JSON.stringify(whole),
    );
    expect(differing).toEqual([]);
  });

  it('gives the same events byte by byte', () => {
    expect(eventsOf(...Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(whole);
  });

  it('hands an event over as soon as its line is complete', () => {
    const stream = createEventStream();
    const line = bytesOf(token('now'));
    expect(stream.push(line.subarray(0, -2))).toEqual([]);
    expect(stream.push(line.subarray(-2))).toEqual([{ is: 'token', text: 'now' }]);
  });

  it('takes a last line that only the end of the stream ends', () => {
    expect(eventsOf(bytesOf(token('last').trimEnd()))).toEqual([{ is: 'token', text: 'last' }]);
  });

  it('drops a line cut off by a broken connection and keeps what came before', () => {
    expect(eventsOf(bytesOf(start + token('lost').slice(0, 20)))).toEqual([
      { is: 'start', conversation: CONVERSATION },
    ]);
  });

  it.each([
    ['blank', '\n\n'],
    ['a comment', ': keep-alive\n'],
    ['not JSON', 'data: {"event":\n'],
    ['not an object', 'data: 7\n'],
    ['without an event', 'data: {"data":{}}\n'],
    ['named like something every object has', 'data: {"event":"constructor","data":{}}\n'],
    ['a token that is no text', 'data: {"event":"token","data":{"token":4}}\n'],
    ['a start without conversation', 'data: {"event":"start","data":null}\n'],
  ])('passes over a line that is %s', (_name, text) => {
    expect(eventsOf(bytesOf(text + token('next')))).toEqual([{ is: 'token', text: 'next' }]);
  });

  it('reads lines that end as on Windows', () => {
    expect(eventsOf(bytesOf(token('crlf').replaceAll('\n', '\r\n')))).toEqual([
      { is: 'token', text: 'crlf' },
    ]);
  });
});
