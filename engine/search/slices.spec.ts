import { finish, finishInSlices, type Steps } from './slices';

function* counting(to: number): Steps<number> {
  let sum = 0;
  for (let number = 1; number <= to; number += 1) {
    sum += number;
    yield;
  }
  return sum;
}

it('gives the same at once and in slices, and pauses only when that is due', async () => {
  let pauses = 0;
  let steps = 0;
  const pause = (): Promise<void> => {
    pauses += 1;
    return Promise.resolve();
  };
  const isLong = (): boolean => {
    steps += 1;
    return steps % 4 === 0;
  };
  expect(await finishInSlices(counting(100), pause, isLong)).toBe(finish(counting(100)));
  expect([steps, pauses]).toEqual([100, 25]);
});
