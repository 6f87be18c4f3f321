import { gate } from './gate';

it('lets so many run at a time, in order, whether they succeed or fail', async () => {
  const atMost = gate(3);
  let running = 0;
  let most = 0;
  const started: number[] = [];
  const work = (index: number) => async (): Promise<number> => {
    started.push(index);
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 1));
    running -= 1;
    if (index % 4 === 0) throw new Error('failed');
    return index;
  };
  const indexes = Array.from({ length: 20 }, (_, index) => index);
  const results = await Promise.allSettled(indexes.map((index) => atMost(work(index))));
  expect([most, started]).toEqual([3, indexes]);
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(5);
});
