import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { temporaryFolder } from '../testing/kubeconfig';
import { cleanup } from '../testing/serving';
import { aliasesOfFile, aliasesWith } from './aliases';

const done = cleanup();
afterEach(done.run);

const KEY = 'k'.repeat(44);
const OTHER = 'o'.repeat(44);
const name = fc.stringMatching(/^[a-z0-9]([-.a-z0-9]{0,60}[a-z0-9])?$/);

describe('an alias', () => {
  it('is undone by any replica with the key, wherever it stands in a text', () => {
    const [one, two] = [aliasesWith([KEY]), aliasesWith([KEY])];
    fc.assert(
      fc.property(name, name, (first, second) => {
        const text = `VM "${one.of(first)}" in ${one.of(second)}, not alias-x`;
        expect(two.undo(text)).toBe(`VM "${first}" in ${second}, not alias-x`);
        expect(one.of(first)).toBe(two.of(first));
        expect(one.of(first)).toMatch(/^alias-[a-z2-7]+$/);
      }),
    );
  });

  it('tells nothing of the name but about its length, and each name has its own', () => {
    const { of } = aliasesWith([KEY]);
    expect(of('web-1')).not.toContain('web');
    expect(of('web-1').slice(0, 20)).not.toBe(of('web-2').slice(0, 20));
    expect(of('web-1')).not.toBe(aliasesWith([OTHER]).of('web-1'));
  });

  it('that was changed, or made with another key, stays as it is', () => {
    const { of, undo } = aliasesWith([KEY]);
    const alias = of('web-1');
    const changed = `${alias.slice(0, -2)}${alias.at(-2) === 'a' ? 'b' : 'a'}${alias.at(-1)}`;
    expect(undo(changed)).toBe(changed);
    const foreign = aliasesWith([OTHER]).of('web-1');
    expect(undo(foreign)).toBe(foreign);
  });

  it('of a key that was replaced is still undone, and new ones are made with the new key', () => {
    const before = aliasesWith([OTHER]);
    const after = aliasesWith([KEY, OTHER]);
    expect(after.undo(before.of('web-1'))).toBe('web-1');
    expect(after.of('web-1')).toBe(aliasesWith([KEY]).of('web-1'));
  });
});

describe('the key file', () => {
  const fileWith = (text: string): string => {
    const file = join(temporaryFolder(done), 'key');
    writeFileSync(file, text);
    return file;
  };

  it('has a key a line', () => {
    const { of } = aliasesOfFile(fileWith(`${KEY}\n${OTHER}\n`));
    expect(of('web-1')).toBe(aliasesWith([KEY]).of('web-1'));
  });

  it.each(['', '\n', 'too-short', `${KEY}\nshort`])('is refused when it says %j', (text) => {
    expect(() => aliasesOfFile(fileWith(text))).toThrow(/holds no usable key/);
  });

  it('that is not there is one sentence', () => {
    expect(() => aliasesOfFile('/nowhere/key')).toThrow(
      'Cannot read /nowhere/key, the key of the aliases; check the path.',
    );
  });
});
