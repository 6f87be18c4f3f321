import { labelTest } from './selectors';
import { ApiError } from './status';

describe('labelTest', () => {
  const labels = { app: 'web', env: 'prod', 'kubevirt.io/domain': 'a' };
  it.each([
    ['', true],
    ['app=web', true],
    ['app==web', true],
    ['app = web', true],
    ['app=db', false],
    ['app!=db', true],
    ['tier!=x', true],
    ['app!=web', false],
    ['app', true],
    ['tier', false],
    ['!tier', true],
    ['!app', false],
    ['app in (web, db)', true],
    ['app in (db)', false],
    ['app notin (db,cache)', true],
    ['tier notin (x)', true],
    ['kubevirt.io/domain=a,env in (prod,dev),!gone', true],
    ['app=web,env=dev', false],
    ['empty=', false],
  ])('%s is %s', (selector, expected) => {
    expect(labelTest(selector)(labels)).toBe(expected);
  });

  it.each(['app in (web', '=web', 'app>', 'app=we b', 'app in web', ',', 'a=b,'])(
    'refuses %s as the API server does, with 400',
    (selector) => {
      expect(() => labelTest(selector)).toThrow(ApiError);
      expect(() => labelTest(selector)).toThrow('unable to parse requirement');
    },
  );
});
