import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '@cnv-ai/engine/diagnosis';
import { english } from '@cnv-ai/engine/messages';
import { renderQueryReference } from '@cnv-ai/engine/search/reference';
import { renderCatalogue } from './failure-catalogue';
import { renderTools } from './tool-reference';

const FOLDER = join(import.meta.dirname, 'reference');

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Every cause a diagnosis can name: its id, what it means, and what it is proven from. */
export const renderFailures = (): string =>
  [
    '<!-- Written by `npm run generate`. -->',
    '',
    '# Causes a diagnosis can name',
    '',
    `${RULES.length} causes are found by rules. \`vm-not-found\`, \`insufficient-rbac\` and \`kubevirt-not-installed\` come with their verdicts.`,
    '',
    row(['id', 'what it means', 'stage', 'looks at']),
    row(['---', '---', '---', '---']),
    ...RULES.map(({ id, title, stage, needs, uses = [] }) =>
      row([`\`${id}\``, english(title), stage, [...needs, ...uses].join(', ')]),
    ),
    '',
  ].join('\n');

/** What the folder must hold, by file name. */
export const PAGES: Readonly<Record<string, () => string | Promise<string>>> = {
  'failures.md': renderFailures,
  'failures.json': renderCatalogue,
  'tools.md': renderTools,
  'query-language.md': () =>
    `<!-- Written by \`npm run generate\`. -->\n\n${renderQueryReference()}`,
};

if (process.argv[1]?.endsWith('generate.ts') === true) {
  for (const [name, render] of Object.entries(PAGES)) {
    void Promise.resolve(render()).then((text) => writeFileSync(join(FOLDER, name), text));
  }
}
