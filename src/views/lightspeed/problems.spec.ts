import { english } from '@cnv-ai/engine/messages';
import { problemMessage, problemOfEvent, problemOfHttp, refusesMode } from './problems';

const object = (response: string, cause: string) => ({ detail: { response, cause } });

describe('problemOfHttp', () => {
  it.each([
    [undefined, undefined, 'unreachable'],
    [401, { detail: 'Unauthorized: No auth header found' }, 'signed_out'],
    [403, { detail: 'Forbidden: User does not have access' }, 'no_access'],
    [404, { detail: 'Not Found' }, 'not_installed'],
    [404, undefined, 'not_installed'],
    [413, object('Prompt is too long', '9000 tokens'), 'too_long'],
    [429, undefined, 'rate_limited'],
    [500, object('The quota has been exceeded', 'Quota limit reached'), 'quota'],
    [500, object('Internal', 'rate limit reached for the model'), 'rate_limited'],
    [500, object('Oops', '[LLM Backend] An error occurred'), 'model_failed'],
    [502, object('Oops', '[Network] model not reachable'), 'model_failed'],
    [502, undefined, 'unreachable'],
    [503, { detail: { response: 'Service is not ready', cause: 'LLM is not ready' } }, 'not_ready'],
    [504, undefined, 'unreachable'],
    [500, undefined, 'failed'],
    [400, object('Error', 'maximum context length is 8192 tokens'), 'too_long'],
    [400, object('Error retrieving conversation history', 'Invalid ID'), 'refused'],
    [422, object('Unable to process this request', 'improper type'), 'refused'],
    [
      422,
      { detail: [{ type: 'string_too_long', loc: ['body', 'query'], msg: 'at most 32000' }] },
      'too_long',
    ],
    [422, { detail: [{ type: 'missing', loc: ['body', 'query'], msg: 'Field' }] }, 'refused'],
    [500, { detail: 7 }, 'failed'],
  ])('reads %s %j as %s', (status, body, kind) => {
    expect(problemOfHttp(status, body).kind).toBe(kind);
  });

  it.each([
    [{ detail: 'plain' }, 'plain'],
    [object('what', 'why'), 'what: why'],
    [{ detail: [{ loc: ['body', 'query'], msg: 'Field required' }] }, 'body.query: Field required'],
  ])('keeps the words of each of the three shapes: %j', (body, detail) => {
    expect(problemOfHttp(400, body)).toEqual({ kind: 'refused', detail });
  });
});

describe('problemOfEvent', () => {
  it.each([
    [{ response: 'Prompt is too long', cause: 'x', status: 413 }, 'too_long'],
    [{ response: 'The quota has been exceeded', cause: 'Quota limit reached' }, 'quota'],
    [{ response: 'Oops', cause: '[LLM Backend] down' }, 'model_failed'],
    [{ response: '', cause: '' }, 'failed'],
  ])('reads %j as %s', (event, kind) => {
    expect(problemOfEvent(event).kind).toBe(kind);
  });
});

describe('refusesMode', () => {
  it.each([
    [422, { detail: [{ loc: ['body', 'mode'], msg: 'Extra inputs' }] }, true],
    [422, { detail: [{ loc: ['body', 'query'], msg: 'the mode' }] }, false],
    [400, { detail: [{ loc: ['body', 'mode'], msg: 'Extra inputs' }] }, false],
    [422, { detail: 'mode' }, false],
  ])('of %s %j is %s', (status, body, expected) => {
    expect(refusesMode(status, body)).toBe(expected);
  });
});

describe('problemMessage', () => {
  it.each([
    { kind: 'quota' } as const,
    { kind: 'no_access' } as const,
    { kind: 'refused', detail: 'why' } as const,
  ])('is one short sentence for $kind', (problem) => {
    const sentence = english(problemMessage(problem));
    expect(sentence.length).toBeLessThan(200);
    expect(sentence).toMatch(/\.$/);
  });
});
