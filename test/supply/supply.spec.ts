import { refusedLicences, TOOLS_ONLY } from './licences';
import { lockedPackages } from './lock';

const packages = lockedPackages();

/**
 * Packages with an install script; none of them is needed: what it would fetch or build comes as an
 * optional package for the machine, or as a fallback.
 */
const SCRIPTS = ['@parcel/watcher', '@swc/core', 'esbuild', 'unrs-resolver'];

it('every licence is one that may be used', () => {
  expect(refusedLicences(packages)).toEqual([]);
});

it.each([
  ['GPL-3.0-only', 1],
  ['(MIT OR GPL-3.0-only)', 0],
  ['MIT AND GPL-3.0-only', 1],
  ['NONE', 1],
])('%s is judged', (licence, refused) => {
  const one = { name: 'x', version: '1', licence, dev: true, hasInstallScript: false };
  expect(refusedLicences([one])).toHaveLength(refused);
});

it('no exception is left over', () => {
  const names = new Set(packages.map(({ name }) => name));
  expect(Object.keys(TOOLS_ONLY).filter((name) => !names.has(name))).toEqual([]);
});

it('no other package wants to run something when it is installed', () => {
  const found = packages.filter(({ hasInstallScript }) => hasInstallScript);
  expect([...new Set(found.map(({ name }) => name))].sort()).toEqual(SCRIPTS);
  expect(found.filter(({ dev }) => !dev)).toEqual([]);
});
