import { createFailing } from './failing';
import { failingHealth } from './health';

describe('failingHealth', () => {
  it.each([
    ['is loading before there is an answer', undefined, undefined, 'LOADING', undefined],
    ['says nothing when none fails', { count: 0, atLeast: false }, undefined, 'OK', undefined],
    [
      'does not call well what it did not look at',
      { count: 0, atLeast: true },
      undefined,
      'UNKNOWN',
      'None of those looked at fails',
    ],
    ['counts', { count: 1, atLeast: false }, undefined, 'WARNING', '1 virtual machine fails'],
    [
      'says at least where it read one page',
      { count: 12, atLeast: true },
      undefined,
      'WARNING',
      'At least 12 virtual machines fail',
    ],
    [
      'says that it may not look',
      undefined,
      new Error('403'),
      'NOT_AVAILABLE',
      'Virtual machines cannot be read',
    ],
  ])('%s', (_, response, error, state, message) => {
    expect(failingHealth(response, error)).toEqual(
      message === undefined ? { state } : { state, message },
    );
  });
});

describe('createFailing', () => {
  it('counts once a minute, and again at once after a failure', async () => {
    const clock = { now: 0 };
    const asked: string[] = [];
    const failing = createFailing(
      () => {
        asked.push('asked');
        return asked.length === 2
          ? Promise.reject(new Error('away'))
          : Promise.resolve({ count: asked.length, atLeast: false });
      },
      () => clock.now,
    );
    expect([await failing(), await failing()].map(({ count }) => count)).toEqual([1, 1]);
    clock.now = 60_000;
    await expect(failing()).rejects.toThrow('away');
    expect((await failing()).count).toBe(3);
  });
});
