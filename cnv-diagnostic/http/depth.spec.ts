import fc from 'fast-check';
import { isTooDeep } from './depth';

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? 1 + Math.max(0, ...Object.values(value).map(depthOf))
    : 0;

describe('the depth of a JSON text', () => {
  it('is that of its value, whatever stands in its texts', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.integer({ min: 0, max: 7 }), (value, most) => {
        expect(isTooDeep(JSON.stringify(value), most)).toBe(depthOf(value) > most);
      }),
    );
  });

  it.each(['[[[', '{"a":"[[[[[["}', '"\\"[[["', '"\\\\"[', ''])(
    'of %s is found without parsing',
    (text) => {
      expect(isTooDeep(text, 2)).toBe(text === '[[[');
    },
  );
});
