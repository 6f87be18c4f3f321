import { formatTime } from '@cnv-ai/engine/kubernetes';
import { startCluster } from '../../../development/cluster';
import { shows } from '../../../development/scenarios/canary';
import type { Scenario } from '../../../development/scenarios/load';
import { honestyOf } from './honesty';
import { startNeighbours, type Neighbour } from './neighbour';
import { startOurs, type Answer, type Ours } from './ours';
import { alarms, issuesOf, names } from './score';
import { worldsAt, type World } from './worlds';

const NOW = Date.now();

/** Scenarios between two lines that say how far the work is. */
const STEP = 100;

const say = (line = ''): void => void process.stdout.write(`${line}\n`);

/** On long work, beside the report. */
const tell = (line: string): void => void process.stderr.write(`${line}\n`);

/** What went wrong, one line each, and out of how many. */
type Tally = { asked: number; readonly wrong: string[] };
const tally = (): Tally => ({ asked: 0, wrong: [] });

const ours = {
  misses: tally(),
  falseAlarms: tally(),
  leaks: tally(),
  honesty: tally(),
  unnamed: tally(),
};
const theirs = { unnamed: tally(), unexplained: tally(), falseAlarms: tally(), leaks: tally() };

const note = (score: Tally, line: string, isRight: boolean): void => {
  score.asked += 1;
  if (!isRight) score.wrong.push(line);
};

const placeOf = (key: string): { namespace: string; vmName: string } => {
  const [namespace = '', vmName = ''] = key.split('/');
  return { namespace, vmName };
};

const scoreOurs = (scenario: Scenario, answer: Answer): void => {
  const { verdict, rootCauses } = scenario.expect;
  const found = [answer.verdict, ...answer.rootCauses].join(' ');
  const expected = [verdict, ...rootCauses].join(' ');
  note(ours.misses, `${scenario.id}: ${found} instead of ${expected}`, found === expected);
  note(ours.leaks, scenario.id, !shows(answer.sent));
  if (verdict === 'problem') note(ours.unnamed, scenario.id, names(answer.text, answer.evidence));
};

/** It takes no question, no condition and no error: a scenario that rests on one is left out. */
const isAsked = ({ request }: Scenario): boolean =>
  request.question !== undefined || request.error !== undefined || request.condition !== undefined;

const scoreTheirs = async (
  neighbour: Neighbour,
  scenario: Scenario,
  { evidence }: Answer,
): Promise<void> => {
  const { namespace, vmName } = scenario.request;
  const report = await neighbour.ask(namespace, vmName);
  note(theirs.leaks, scenario.id, !shows(report));
  if (scenario.expect.verdict !== 'problem' || isAsked(scenario)) return;
  note(theirs.unnamed, scenario.id, names(report, evidence));
  note(theirs.unexplained, scenario.id, names(issuesOf(report), evidence));
};

const scoreHealthy = async (us: Ours, key: string): Promise<void> => {
  const { namespace, vmName } = placeOf(key);
  const answer = await us.ask({ namespace, vmName });
  const isQuiet = answer.verdict === 'healthy' && answer.rootCauses.length === 0;
  note(ours.falseAlarms, `${key}: ${answer.verdict} ${answer.rootCauses.join(' ')}`, isQuiet);
  note(ours.leaks, key, !shows(answer.sent));
};

const scoreTheirHealthy = async (neighbour: Neighbour, key: string): Promise<void> => {
  const { namespace, vmName } = placeOf(key);
  const report = await neighbour.ask(namespace, vmName);
  note(theirs.falseAlarms, key, !alarms(report));
  note(theirs.leaks, key, !shows(report));
};

let absent = process.argv.includes('--alone')
  ? 'vm_troubleshoot was not run: left out with --alone.'
  : undefined;

/** Once it is known to be absent, it is not looked for again. */
const findNeighbour = async (
  cluster: Awaited<ReturnType<typeof startCluster>>,
): Promise<Neighbour | undefined> => {
  if (absent !== undefined) return undefined;
  try {
    return await startNeighbours(cluster);
  } catch {
    absent = 'vm_troubleshoot was not run: npm does not provide kubernetes-mcp-server here.';
    return undefined;
  }
};

const scoreWorld = async (world: World, all: number): Promise<void> => {
  const cluster = await startCluster({
    objects: world.objects,
    logs: world.logs,
    now: () => NOW,
    controllerDelayMs: 3_600_000,
  });
  const us = await startOurs(cluster, NOW);
  const neighbour = await findNeighbour(cluster);
  const beside: Promise<void>[] = [];
  try {
    for (const scenario of world.scenarios) {
      const answer = await us.ask(scenario.request);
      scoreOurs(scenario, answer);
      for (const key of scenario.healthy) await scoreHealthy(us, key);
      if (ours.misses.asked % STEP === 0) tell(`asked about ${ours.misses.asked} of ${all}`);
      if (neighbour === undefined) continue;
      beside.push(scoreTheirs(neighbour, scenario, answer));
      beside.push(...scenario.healthy.map((key) => scoreTheirHealthy(neighbour, key)));
    }
    if (beside.length > STEP) tell('waiting for vm_troubleshoot, which reads five times a second');
    await Promise.all(beside);
  } finally {
    await neighbour?.close();
    await us.close();
    await cluster.close();
  }
  const { asked, dishonest } = await honestyOf(world, NOW);
  ours.honesty.asked += asked;
  ours.honesty.wrong.push(...dishonest);
};

const row = (name: string, { asked, wrong }: Tally, good: string): void =>
  say(`  ${name.padEnd(44)}${String(asked - wrong.length).padStart(5)} of ${asked} ${good}`);

const shown = (title: string, { wrong }: Tally): void => {
  for (const line of wrong) say(`  ${title}: ${line}`);
};

const report = (): void => {
  say('diagnose_vm_error');
  row('verdict and root causes, in order', ours.misses, 'hit');
  row('the decisive fact is named', ours.unnamed, 'named');
  row('healthy VMs', ours.falseAlarms, 'without an alarm');
  row('answers without a canary', ours.leaks, 'clean');
  row('one kind may not be read', ours.honesty, 'found or left open');
  shown('MISS', ours.misses);
  shown('FALSE ALARM', ours.falseAlarms);
  shown('LEAK', ours.leaks);
  shown('LOST IN SILENCE', ours.honesty);
  say();
  if (absent !== undefined) {
    say(absent);
    return;
  }
  say('vm_troubleshoot of kubernetes-mcp-server, where no question is asked');
  row('the decisive fact is anywhere in its text', theirs.unnamed, 'named');
  row('the decisive fact is among its issues', theirs.unexplained, 'explained');
  row('healthy VMs', theirs.falseAlarms, 'without an alarm');
  row('answers without a canary', theirs.leaks, 'clean');
};

/** The clusters to ask about, or what is wrong with the scenarios. */
const worldsOrWhyNot = (): readonly World[] | string => {
  try {
    return worldsAt(NOW, formatTime(NOW - 60_000));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

/**
 * Asks about every scenario and every healthy VM beside it, on clusters with canaries where real
 * ones have secrets. The neighbour is scored as kindly as can be: its report dumps objects and
 * events, and whatever it shows counts as named.
 */
const run = async (): Promise<void> => {
  const worlds = worldsOrWhyNot();
  if (typeof worlds === 'string') {
    tell(worlds);
    process.exitCode = 1;
    return;
  }
  const all = worlds.reduce((sum, { scenarios }) => sum + scenarios.length, 0);
  for (const world of worlds) await scoreWorld(world, all);
  report();
  const bad = [ours.misses, ours.falseAlarms, ours.leaks, ours.honesty];
  process.exitCode = bad.every(({ wrong }) => wrong.length === 0) ? 0 : 1;
};

void run();
