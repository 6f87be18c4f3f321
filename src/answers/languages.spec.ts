import { learnFor } from './languages';

const SHORT = 'stopped VMs';
const LONG = 'show me all of the stopped VMs with more than one disk';

describe('learnFor', () => {
  it('tells everybody who waits for it that something was learnt, and nobody after', async () => {
    expect(await learnFor(SHORT, 'en')).toBe(true);
    const asked = [LONG, `${LONG} please`].map((sentence) => learnFor(sentence, 'en'));
    expect(await Promise.all(asked)).toEqual([true, true]);
    expect(await learnFor(LONG, 'en')).toBe(false);
  });
});
