import { CHART } from './chart';
import { findHelm, helm, type HelmAnswer } from './helm';
import { violations } from './policies';
import { manifestsOf, template } from './rendered';
import { BAD_VALUES, IMAGES, VALUE_SETS } from './value-sets';
import { miswired } from './wiring';

type Result = readonly [name: string, problems: readonly string[]];

const failureOf = ({ ok, out, err }: HelmAnswer): string[] => (ok ? [] : [`${out}${err}`.trim()]);

const rendered = (program: string, values: object): string[] => {
  const answer = template(program, values);
  if (!answer.ok) return failureOf(answer);
  const all = manifestsOf(answer.out);
  return [...violations(all), ...miswired(all, values)];
};

/** The refusal has to say which value is wrong. */
const refused = (program: string, at: string, values: object): string[] => {
  const { ok, err } = template(program, { images: IMAGES, ...values });
  if (ok) return ['was rendered.'];
  const isOfSchema = err.includes("don't meet the specifications of the schema");
  return isOfSchema && err.includes(`at '${at}`) ? [] : [err.trim()];
};

const unnamedRegistry = (program: string): string[] => {
  const { ok, err } = template(program, {});
  return !ok && err.includes('images.registry is empty') ? [] : ['was not told to set a registry.'];
};

const check = (program: string): readonly Result[] => [
  [
    'helm lint',
    Object.values(VALUE_SETS).flatMap((values) =>
      failureOf(helm(program, ['lint', CHART, '--strict', '--quiet'], values)),
    ),
  ],
  ...Object.entries(VALUE_SETS).map(([name, values]): Result => [
    `renders ${name}`,
    rendered(program, values),
  ]),
  ...Object.entries(BAD_VALUES).map(([name, [at, values]]): Result => [
    `refuses ${name}`,
    refused(program, at, values),
  ]),
  ['refuses an empty registry', unnamedRegistry(program)],
];

const run = (): number => {
  const program = findHelm();
  if (program === undefined) {
    process.stdout.write('chart: Helm could not be built; see above.\n');
    return 1;
  }
  const results = check(program);
  for (const [name, problems] of results) {
    process.stdout.write(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${name}\n`);
    for (const problem of problems) process.stdout.write(`     ${problem}\n`);
  }
  const failed = results.filter(([, problems]) => problems.length > 0).length;
  process.stdout.write(`chart: ${results.length - failed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
};

process.exitCode = run();
