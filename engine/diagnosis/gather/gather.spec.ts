import { objectReader, type Reader } from '../../kubernetes';
import { loadScenarios } from '../../../development/scenarios/load';
import { NOW } from '../testing/factories';
import { diagnose } from '../diagnose';

const scenarios = loadScenarios(NOW, `${__dirname}/../../../development/scenarios`);

/** How many reads wait for how many others: a read made after `n` waves of answers is of wave n+1. */
const measured = (inner: Reader) => {
  const seen = { reads: 0, wave: 0, waves: 0 };
  const count = async <T>(answer: Promise<T>): Promise<T> => {
    seen.reads += 1;
    const wave = seen.wave + 1;
    seen.waves = Math.max(seen.waves, wave);
    const value = await answer;
    // A macrotask later every read of this wave has its answer.
    await new Promise((resolve) => setImmediate(resolve));
    seen.wave = Math.max(seen.wave, wave);
    return value;
  };
  const reader: Reader = {
    get: (...wanted) => count(inner.get(...wanted)),
    list: (...wanted) => count(inner.list(...wanted)),
    log: (...wanted) => count(inner.log(...wanted)),
  };
  return { reader, seen };
};

describe('gathering', () => {
  it.each(scenarios.map((scenario) => [scenario.id, scenario] as const))(
    '%s: at most four waves and 25 reads',
    async (_, { objects, request }) => {
      const { reader, seen } = measured(objectReader(objects));
      await diagnose(reader, request, NOW);
      expect(seen.waves).toBeLessThanOrEqual(4);
      expect(seen.reads).toBeLessThanOrEqual(25);
    },
  );
});
