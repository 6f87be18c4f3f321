import { makeDiagnosis } from '../../../../testing/factories';
import { diagnoseAll, type Diagnosed, type Machine } from './diagnose-all';

const MACHINES = ['a', 'b', 'c'].map((name): Machine => ({ namespace: 'demo', name }));

it('goes on after one that fails, one at a time', async () => {
  let running = 0;
  let most = 0;
  const seen: (readonly Diagnosed[])[] = [];
  await diagnoseAll(
    MACHINES,
    async ({ name }) => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      if (name === 'b') throw new Error('no answer');
      return makeDiagnosis();
    },
    (done) => seen.push(done),
    new AbortController().signal,
  );
  expect(most).toBe(1);
  expect(seen.map((done) => done.length)).toEqual([1, 2, 3]);
  expect(seen.at(-1)?.[1]).toMatchObject({ reason: 'no answer' });
});

it('stops where it is told to', async () => {
  const stop = new AbortController();
  const seen: (readonly Diagnosed[])[] = [];
  await diagnoseAll(
    MACHINES,
    () => {
      if (seen.length === 1) stop.abort();
      return Promise.resolve(makeDiagnosis());
    },
    (done) => seen.push(done),
    stop.signal,
  );
  expect(seen).toHaveLength(1);
});
