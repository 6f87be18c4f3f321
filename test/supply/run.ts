import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord, listAt, recordAt, textAt } from '@cnv-ai/engine/kubernetes';
import { refusedLicences } from './licences';
import { lockedPackages } from './lock';

/**
 * `npm run supply`: the bill of materials and the licences into dist/, and what is known of
 * vulnerabilities. A high or critical one in what is shipped fails, as does one of any severity in
 * EXCUSED that has been mended since.
 */
const ROOT = join(import.meta.dirname, '../..');
const DIST = join(ROOT, 'dist');

/** Advisories that do not reach this product, by their id: why not. Look again at every release. */
const EXCUSED: Readonly<Record<string, string>> = {};
const GRAVE = ['high', 'critical'];

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const npm = (args: readonly string[]): unknown => {
  const { stdout } = spawnSync('npm', [...args], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  try {
    return JSON.parse(stdout);
  } catch {
    return undefined;
  }
};

const packages = lockedPackages();

const billOfMaterials = (): string[] => {
  const bill = npm(['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']);
  const listed = new Set(
    listAt(bill, 'components').map((component) => textAt(component, 'bom-ref') ?? ''),
  );
  writeFileSync(join(DIST, 'sbom.cdx.json'), JSON.stringify(bill, null, 2));
  const missing = packages.filter(({ name, version }) => !listed.has(`${name}@${version}`));
  say(`dist/sbom.cdx.json: ${listed.size} components (CycloneDX)`);
  return missing.map(({ name, version }) => `not in the bill of materials: ${name}@${version}`);
};

const licences = (): string[] => {
  const lines = packages.map(
    ({ name, version, licence, dev }) =>
      `${name}@${version}\t${licence}\t${dev ? 'build and test' : 'shipped'}`,
  );
  writeFileSync(join(DIST, 'licences.tsv'), `${[...new Set(lines)].sort().join('\n')}\n`);
  say(`dist/licences.tsv: ${lines.length} packages`);
  return refusedLicences(packages).map((line) => `licence: ${line}`);
};

type Advisory = { readonly id: string; readonly severity: string; readonly name: string };

const advisoriesOf = (report: unknown): Advisory[] =>
  Object.entries(recordAt(report, 'vulnerabilities')).flatMap(([name, entry]) =>
    listAt(entry, 'via')
      .filter(isRecord)
      .map((via) => ({
        id: (textAt(via, 'url') ?? '').replace(/^.*\//, ''),
        severity: textAt(via, 'severity') ?? '',
        name,
      })),
  );

const vulnerabilities = (): string[] => {
  const report = npm(['audit', '--json', '--package-lock-only', '--omit=dev']);
  if (recordAt(report).vulnerabilities === undefined) {
    say('did not run: npm audit (the registry answers no questions about advisories)');
    return [];
  }
  const found = advisoriesOf(report);
  const ids = new Set(found.map(({ id }) => id));
  return [
    ...found
      .filter(({ id, severity }) => GRAVE.includes(severity) && EXCUSED[id] === undefined)
      .map(({ id, severity, name }) => `${severity}: ${name} ${id}`),
    ...Object.keys(EXCUSED)
      .filter((id) => !ids.has(id))
      .map((id) => `no longer found, take it out of EXCUSED: ${id}`),
  ];
};

mkdirSync(DIST, { recursive: true });
const problems = [...billOfMaterials(), ...licences(), ...vulnerabilities()];
for (const problem of problems) say(`FAIL ${problem}`);
say(`supply: ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
