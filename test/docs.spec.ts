import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAGES } from '../docs/generate';

describe('the generated reference', () => {
  it.each(Object.entries(PAGES))(
    '%s is up to date; `npm run generate` renews it',
    (name, render) => {
      expect(readFileSync(join(__dirname, '../docs/reference', name), 'utf8')).toBe(render());
    },
  );
});
