import fc from 'fast-check';
import { mapStrings, renamed } from './rename';

const names: Readonly<Record<string, string>> = {
  web: 'A',
  'web-db': 'B',
  'shop.example': 'C',
  running: 'D',
};
const rename = (name: string): string | undefined =>
  Object.hasOwn(names, name) ? names[name] : undefined;

describe('a name', () => {
  it.each([
    ['VM "web" in web-db', 'VM "A" in B'],
    ['virt-launcher-web-x7k2p', 'virt-launcher-A-x7k2p'],
    ['virt-launcher-web-db-x7k2p', 'virt-launcher-B-x7k2p'],
    ['/k8s/ns/web/x?q=name%3Aweb', '/k8s/ns/A/x?q=name%3AA'],
    ['webs, xweb and Web stay', 'webs, xweb and Web stay'],
    ['Running is not running', 'Running is not D'],
    ['host shop.example: web.', 'host C: A.'],
    ['', ''],
  ])('%s becomes %s', (text, expected) => {
    expect(renamed(text, rename)).toBe(expected);
  });

  it('is found wherever no letter or digit touches it, and what is left holds none', () => {
    const glue = fc.constantFrom(' ', '"', '/', '-', '.', '(', ',', '\n');
    const part = fc.constantFrom('web', 'web-db', 'other', 'x1');
    fc.assert(
      fc.property(fc.array(fc.tuple(part, glue), { maxLength: 8 }), (pieces) => {
        const text = pieces.flat().join('');
        expect(renamed(text, rename)).not.toMatch(/(?<![A-Za-z0-9])web(?![A-Za-z0-9])/);
      }),
    );
  });
});

describe('the strings of a value', () => {
  it('are mapped by the key they stand under, and what stays is the same object', () => {
    const value = { a: ['x', 1, null], b: { c: 'x', d: 'y' }, e: { f: 'z' } };
    const upper = mapStrings(value, (text, key) => (key === 'c' ? text.toUpperCase() : text));
    expect(upper).toEqual({ a: ['x', 1, null], b: { c: 'X', d: 'y' }, e: { f: 'z' } });
    expect(mapStrings(value, (text) => text)).toBe(value);
  });
});
