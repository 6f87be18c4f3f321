import { english } from '@cnv-ai/engine/messages';
import { refusedBecause } from './refused';

/** An error as the console's fetch throws it. */
const httpError = (code: number, message: string) =>
  Object.assign(new Error(message), { code, json: { message } });

describe('refusedBecause', () => {
  it.each([
    ['a lost right', httpError(403, 'cannot patch'), /not allowed.*cannot patch/],
    ['a change in between', httpError(409, 'object has been modified'), /changed since you looked/],
    [
      'a webhook',
      httpError(400, 'admission webhook "vm.kubevirt.io" denied the request: too many cores'),
      /webhook vm\.kubevirt\.io refused the change: too many cores$/,
    ],
    ['an object that is gone', httpError(404, 'not found'), /does not exist any more/],
    ['an ended session', httpError(401, 'no'), /Log in again/],
    ['a busy server', httpError(429, 'too many'), /Try again in a moment/],
    [
      'a value that does not fit',
      httpError(422, 'is invalid: spec.x'),
      /refused the change.*spec\.x/,
    ],
    ['no answer', new Error('network'), /did not answer \(network\)/],
  ])('tells %s in one sentence', (_, error, expected) => {
    expect(english(refusedBecause(error))).toMatch(expected);
  });

  it('never repeats a secret or a control character', () => {
    const told = english(refusedBecause(httpError(400, 'token=not-a-real-token\u202e\u0007')));
    expect(told).not.toContain('not-a-real-token');
    expect(told).not.toMatch(/[\u202e\u0007]/);
  });
});
