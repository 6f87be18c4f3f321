import { makeDiagnosis, makeRootCause } from '../../../testing/factories';
import { since } from './since';

const at = (observedAt: string, ...ids: string[]) =>
  makeDiagnosis({ observedAt, rootCauses: ids.map((id) => makeRootCause({ id })) });
const ids = (causes: readonly { id: string }[] = []) => causes.map(({ id }) => id);

describe('since', () => {
  it.each([
    ['nothing', ['a'], ['a'], [], []],
    ['a cause that came', ['a'], ['a', 'b'], ['b'], []],
    ['a cause that went', ['a', 'b'], ['b'], [], ['a']],
    ['one for another', ['a'], ['b'], ['b'], ['a']],
  ])('tells of %s', (_, before, now, appeared, gone) => {
    const found = since(at('1', ...before), at('2', ...now));
    expect([ids(found?.appeared), ids(found?.gone)]).toEqual([appeared, gone]);
  });

  it('compares neither a first look nor another machine', () => {
    const other = makeDiagnosis({
      observedAt: '1',
      vm: { namespace: 'demo', name: 'db', uid: 'x' },
    });
    expect([since(undefined, at('2')), since(other, at('2'))]).toEqual([undefined, undefined]);
  });
});
