import { table, WIDTH, wrap } from './terminal';

describe('wrapped text', () => {
  it('breaks at spaces, within the width', () => {
    const text = wrap('word '.repeat(60).trim(), '    ', '  - ');
    const lines = text.split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(WIDTH);
    expect(lines[0]).toMatch(/^ {2}- word/);
    expect(lines.slice(1).every((line) => line.startsWith('    word'))).toBe(true);
    expect(text.match(/word/g)).toHaveLength(60);
  });

  it('keeps a long word whole', () => {
    const name = 'x'.repeat(100);
    expect(wrap(`see ${name}`).split('\n')).toEqual(['see', name]);
  });

  it('lets no escape sequence of the cluster through', () => {
    expect(wrap('a\u001b[2Jb')).toBe('a\\u001b[2Jb');
    expect(table(['A'], [['x\u001b[31m\n']])).toEqual(['A', 'x\\u001b[31m\\u000a']);
  });
});

it('a table is aligned and has no trailing blanks', () => {
  expect(
    table(
      ['NAME', 'NODE'],
      [
        ['a-long-name', ''],
        ['b', 'n1'],
      ],
    ),
  ).toEqual(['NAME         NODE', 'a-long-name', 'b            n1']);
});
