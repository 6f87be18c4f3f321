import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { textAt } from '@cnv-ai/engine/kubernetes';
import { CHAT_VIEWS, VIEWS as PAGES, type View } from '../e2e/views';
import { difference } from './compare';
import { thisMachine, type Machine } from './machine';
import { startStill, take } from './take';

const VIEWS = [...PAGES, ...CHAT_VIEWS];

const ROOT = join(import.meta.dirname, '../..');
const BASELINES = join(import.meta.dirname, 'baselines');
const MACHINE = join(BASELINES, 'machine.json');
/** Where what differs is left to be looked at. */
const FOUND = join(ROOT, '.cache/screenshots');

const FAILED = 1;
const NOT_COMPARABLE = 2;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const baseline = (name: string): string => join(BASELINES, `${name}.png`);

const readMachine = (): Machine | undefined => {
  if (!existsSync(MACHINE)) return undefined;
  const machine: unknown = JSON.parse(readFileSync(MACHINE, 'utf8'));
  return { browser: textAt(machine, 'browser') ?? '', text: textAt(machine, 'text') ?? '' };
};

const leave = (file: string, picture: Buffer): string => {
  mkdirSync(FOUND, { recursive: true });
  const path = join(FOUND, file);
  writeFileSync(path, picture);
  return relative(ROOT, path);
};

/** What is wrong with a picture, and where to look at it; `undefined` when it is as reviewed. */
const judge = (name: string, picture: Buffer): string | undefined => {
  if (!existsSync(baseline(name))) return `no baseline; see ${leave(`${name}.png`, picture)}`;
  const found = difference(readFileSync(baseline(name)), picture);
  if (found === undefined) return undefined;
  const paths = [leave(`${name}.png`, picture)];
  if (found.picture !== undefined) paths.push(leave(`${name}-diff.png`, found.picture));
  return `${found.reason}; see ${paths.join(' and ')}`;
};

/** Baselines of states that are no more. */
const stale = (): readonly string[] => {
  const names = new Set(VIEWS.map(({ name }) => `${name}.png`));
  return readdirSync(BASELINES).filter((file) => file.endsWith('.png') && !names.has(file));
};

type Look = () => Promise<Buffer>;

/**
 * Looks at each state and tells what is wrong; a state that cannot be reached keeps no other from
 * being seen.
 */
const lookAtAll = async (
  views: readonly View[],
  each: (name: string, look: Look) => Promise<string | undefined>,
): Promise<readonly string[]> => {
  const session = await startStill();
  const wrong: string[] = [];
  const lookAt = (view: View): Promise<string | undefined> =>
    each(view.name, () => take(session, view)).catch(
      (error: unknown) => `not reached: ${String(error).split('\n', 1)[0] ?? ''}`,
    );
  try {
    for (const view of views) {
      const problem = await lookAt(view);
      if (problem !== undefined) wrong.push(`${view.name}: ${problem}`);
    }
  } finally {
    await session.close();
  }
  return wrong;
};

const tell = (views: readonly View[], wrong: readonly string[]): void => {
  for (const line of wrong) say(line);
  say(`screenshots: ${views.length} states, ${wrong.length} not as they should be`);
  if (wrong.length > 0) process.exitCode = FAILED;
};

/** Writes what a reviewer would not call the same, when it is seen twice; everything when another machine draws. */
const renew = async (views: readonly View[], everything: boolean): Promise<void> => {
  mkdirSync(BASELINES, { recursive: true });
  const wrong = await lookAtAll(views, async (name, look) => {
    const picture = await look();
    if (!everything && judge(name, picture) === undefined) return undefined;
    if (difference(picture, await look()) !== undefined) return 'looks otherwise each time';
    writeFileSync(baseline(name), picture);
    say(`renewed: ${name}`);
    return undefined;
  });
  for (const file of stale()) rmSync(join(BASELINES, file));
  tell(views, wrong);
};

/** Compares; what is seen once only is a busy machine, not a change. */
const check = async (views: readonly View[]): Promise<void> => {
  const wrong = await lookAtAll(views, async (name, look) =>
    judge(name, await look()) === undefined ? undefined : judge(name, await look()),
  );
  tell(views, [...stale().map((file) => `${file}: a baseline of no state`), ...wrong]);
  if (wrong.length === 0) return;
  say('If they are right: npm run screenshots -- --renew [STATE …], and review what git shows.');
};

/**
 * `npm run screenshots [-- STATE …]` compares every state of every page, or those named, with its
 * baseline. `--renew` writes the baselines; `--comparable` only tells whether they can be compared.
 */
const run = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    options: { renew: { type: 'boolean' }, comparable: { type: 'boolean' } },
    allowPositionals: true,
  });
  const unknown = positionals.filter((wanted) => !VIEWS.some(({ name }) => name === wanted));
  if (unknown.length > 0) {
    say(
      `There is no state ${unknown.join(', ')}. The states: ${VIEWS.map(({ name }) => name).join(', ')}`,
    );
    process.exitCode = FAILED;
    return;
  }
  const views = VIEWS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const machine = await thisMachine();
  const of = readMachine();
  const comparable = machine.text === of?.text;
  if (values.renew) {
    await renew(comparable ? views : VIEWS, !comparable);
    if (!comparable) writeFileSync(MACHINE, `${JSON.stringify(machine, null, 2)}\n`);
    return;
  }
  if (!comparable) {
    say(
      `screenshots: not compared. Chromium ${machine.browser} draws text here otherwise than Chromium ${of?.browser ?? '?'} did for the baselines. --renew takes them anew with this one.`,
    );
    process.exitCode = NOT_COMPARABLE;
    return;
  }
  if (!values.comparable) await check(views);
};

void run();
