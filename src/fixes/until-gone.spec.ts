import type { Diagnosis } from '@cnv-ai/engine/diagnosis';
import { say } from '@cnv-ai/engine/messages';
import { makeDiagnosis, makeRootCause } from '../testing/factories';
import { untilGone } from './until-gone';

const PACE = { patience: 150, firstPause: 5 };
const there = makeDiagnosis({ rootCauses: [makeRootCause({ id: 'cause' })] });
const gone = makeDiagnosis({ verdict: 'healthy', rootCauses: [] });
const unread = {
  resource: 'pods',
  reason: 'forbidden',
  message: '',
  messageMessage: say(''),
} as const;

/** Answers in turn; the last one for good. */
const inTurn = (...answers: (Diagnosis | Error)[]) => {
  const left = [...answers];
  return () => {
    const next = left.length > 1 ? left.shift() : left[0];
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next ?? there);
  };
};

const ask = (...answers: (Diagnosis | Error)[]) =>
  untilGone('cause', inTurn(...answers), new AbortController().signal, PACE);

describe('untilGone', () => {
  it.each<[string, boolean, (Diagnosis | Error)[]]>([
    ['it is found no more', true, [there, there, gone]],
    ['it stays', false, [there]],
    ['another cause is left', true, [makeDiagnosis()]],
    ['nobody could look', false, [makeDiagnosis({ verdict: 'unavailable', rootCauses: [] })]],
    [
      'what would show it was not read',
      false,
      [{ ...gone, unchecked: [{ ...unread, couldHide: ['cause'] }] }],
    ],
    ['a question fails in between', true, [new Error('away'), gone]],
  ])('when %s: %s', async (_, expected, answers) => {
    expect(await ask(...answers)).toBe(expected);
  });

  it('stops when nobody waits any more', async () => {
    const waiting = new AbortController();
    const asked = untilGone('cause', inTurn(there), waiting.signal, PACE);
    waiting.abort();
    await expect(asked).rejects.toThrow();
  });
});
