import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the rules stand, one folder a stage. */
export const RULES_FOLDER = join(import.meta.dirname, '../engine/diagnosis/rules');

const camelCase = (id: string): string =>
  id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The text of `index.ts`: every rule file of every stage folder, by id. */
export const renderIndex = (root = RULES_FOLDER): string => {
  const rules = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((stage) =>
      readdirSync(join(root, stage.name))
        .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
        .map((file) => ({ stage: stage.name, id: file.slice(0, -3) })),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const imports = rules.map(
    ({ stage, id }) => `import { ${camelCase(id)} } from './${stage}/${id}';`,
  );
  const entries = rules.map(({ id }) => `  ${camelCase(id)},`);
  return [
    '// Written by `npm run generate`; a test fails when it is stale.',
    "import type { Rule } from '../rule';",
    ...imports,
    '',
    'export const RULES: readonly Rule[] = [',
    ...entries,
    '];',
    '',
  ].join('\n');
};

if (process.argv[1]?.endsWith('rule-index.ts') === true) {
  writeFileSync(join(RULES_FOLDER, 'index.ts'), renderIndex());
}
