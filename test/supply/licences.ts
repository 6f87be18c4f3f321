import type { Locked } from './lock';

/** What may be in the product or build it, under Apache-2.0. */
export const ALLOWED: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Unlicense',
]);

/** Others, in tools that are not shipped: name and reason. */
export const TOOLS_ONLY: Readonly<Record<string, string>> = {
  argparse: 'Python-2.0; reads the options of linters',
  'axe-core': 'MPL-2.0; the accessibility tests, used unchanged',
  'caniuse-lite': 'CC-BY-4.0; data about browsers for the build',
  'spdx-exceptions': 'CC-BY-3.0; a list of names for the linters',
  'svg-tags': 'MIT, said in its readme only; a list of names for the linters',
};

/** `A AND B` needs both, `A OR B` one of them. */
const isAllowed = (expression: string): boolean => {
  const plain = expression.replace(/[()]/g, '');
  return plain.includes(' OR ')
    ? plain.split(' OR ').some(isAllowed)
    : plain.split(' AND ').every((licence) => ALLOWED.has(licence.trim()));
};

/** Packages whose licence is neither allowed nor excused, one line each. */
export const refusedLicences = (packages: readonly Locked[]): string[] =>
  packages
    .filter(({ licence }) => !isAllowed(licence))
    .filter(({ name, dev }) => !dev || TOOLS_ONLY[name] === undefined)
    .map(({ name, version, licence }) => `${name}@${version}: ${licence}`);
