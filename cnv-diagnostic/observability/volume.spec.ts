import { callVolume } from './volume';

it('the busiest user of this stretch of five minutes or the one before is what is told', () => {
  let now = 0;
  const { count, busiest } = callVolume(() => now);
  expect(busiest()).toBe(0);
  for (const user of ['alice', 'bob', 'alice', 'alice']) count(user);
  expect(busiest()).toBe(3);
  now = 5 * 60_000;
  count('bob');
  expect(busiest()).toBe(3);
  now = 10 * 60_000;
  expect(busiest()).toBe(1);
  now = 60 * 60_000;
  expect(busiest()).toBe(0);
});
