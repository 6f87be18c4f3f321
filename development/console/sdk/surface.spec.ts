import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');
const IMPORTS = /import \{([^}]*)\} from '@openshift-console\/dynamic-plugin-sdk'/g;

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));

/** What the plugin takes from the console's SDK at run time; types vanish in the build. */
const usedByPlugin = (): string[] =>
  filesOf(join(ROOT, 'src')).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(IMPORTS)].flatMap(([, names = '']) =>
      names
        .split(',')
        .map((name) => name.trim().split(' as ')[0] ?? '')
        .filter((name) => name !== '' && !name.startsWith('type ')),
    ),
  );

/** The names `index.ts` exports. It is read, not loaded: it needs a browser. */
const provided = (): Set<string> =>
  new Set(
    [...readFileSync(join(__dirname, 'index.ts'), 'utf8').matchAll(/export \{([^}]*)\}/g)].flatMap(
      ([, names = '']) => names.split(',').map((name) => name.trim().split(' as ').pop() ?? ''),
    ),
  );

it('has everything that the plugin imports', () => {
  const used = usedByPlugin();
  expect(used).toContain('consoleFetch');
  expect([...new Set(used)].filter((name) => !provided().has(name))).toEqual([]);
});
