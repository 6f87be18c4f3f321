import { readFileSync } from 'node:fs';
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
