import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAGES } from '../docs/generate';
import { renderIndex } from '../docs/rule-index';

describe('the generated reference', () => {
  it.each(Object.entries(PAGES))(
    '%s is up to date; `npm run generate` renews it',
    async (name, render) => {
      const page = readFileSync(join(__dirname, '../docs/reference', name), 'utf8');
      expect(page).toBe(await render());
    },
  );
});

describe('the index of the rules', () => {
  it('is up to date; `npm run generate` renews it', () => {
    const index = join(__dirname, '../engine/diagnosis/rules/index.ts');
    expect(readFileSync(index, 'utf8')).toBe(renderIndex());
  });
});

describe('the page about proof', () => {
  const page = readFileSync(join(__dirname, '../docs/proof.md'), 'utf8');
  const rows = page.split('\n').filter((line) => /^\| \d+ +\|/.test(line));

  it('has a row for each of the tests', () => {
    expect(rows.map((row) => Number(row.split('|')[1]))).toEqual(
      Array.from({ length: 33 }, (_, index) => index + 1),
    );
  });

  it.each(rows)('names files that are there: %s', (row) => {
    const files = [...row.matchAll(/`([\w./-]+\.(?:tsx?|yaml))`/g)].map(([, file = '']) => file);
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !existsSync(join(__dirname, '..', file)))).toEqual([]);
  });
});
