import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { percentile } from '../bench/figures';
import { withCluster } from '../bench/served';
import { CALLERS, WARM_UP, withSidecar } from '../bench/sidecar';
import { healthOf, type Health } from './health';
import { askAt, questionOf, type Outcome } from './questions';

/**
 * `npm run test:load [-- --calls N]`: once warm, 1,000 calls at once, then N of three users, mixed
 * (4,000; the whole soak is 100,000), before a cluster that answers 50 ms late.
 */
const numberAfter = (flag: string, usual: number): number => {
  const at = process.argv.indexOf(flag);
  return at < 0 ? usual : Number(process.argv[at + 1]);
};

const CALLS = numberAfter('--calls', 4_000);
const AT_ONCE = 1_000;
const MACHINES = 1_000;
const LATENCY = 50;
const WINDOWS = 10;

const LONGEST_P99 = 3_000;
const MOST_MEMORY = 256;
/** By then what is used has been compiled, which stays. */
const HALF = WINDOWS / 2 - 1;
/** Of live memory, from the half to the last window; a leak of 100 bytes a call is 10 MiB in 100,000. */
const MOST_GROWTH = 2;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const problems: string[] = [];
const expectThat = (holds: boolean, what: string): void => {
  say(`${holds ? 'ok  ' : 'FAIL'} ${what}`);
  if (!holds) problems.push(what);
};

const timesOf = (outcomes: readonly Outcome[]): number[] =>
  outcomes.map(({ milliseconds }) => milliseconds);

const expectAnswers = (outcomes: readonly Outcome[], what: string): void => {
  const wrong = outcomes.filter((outcome) => outcome.wrong !== undefined);
  const [first] = wrong;
  expectThat(
    wrong.length === 0,
    `${what}: ${outcomes.length} calls, ${wrong.length} without a right answer${first === undefined ? '' : ` (${first.status}: ${first.wrong ?? ''})`}`,
  );
};

/** Questions of `CALLERS` at once, until what they run has been compiled. */
const warmUp = async (url: string): Promise<void> => {
  const ask = askAt(url);
  const caller = async (start: number): Promise<void> => {
    for (let round = start; round < WARM_UP; round += CALLERS) await ask(questionOf(round));
  };
  await Promise.all(Array.from({ length: CALLERS }, (_, start) => caller(start)));
};

const load = async (url: string, pid: number): Promise<void> => {
  const ask = askAt(url);
  const before = await healthOf(url, pid);
  const started = performance.now();
  const outcomes = await Promise.all(
    Array.from({ length: AT_ONCE }, (_, round) => ask(questionOf(round))),
  );
  const seconds = (performance.now() - started) / 1000;
  const worked = (await healthOf(url, pid)).worked - before.worked;
  // What the other programs of the machine took is not the sidecar's: its share of a processor.
  const share = Math.min(1, worked / seconds);
  const [p50 = 0, p99 = 0] = [0.5, 0.99].map((part) => percentile(timesOf(outcomes), part) * share);
  expectAnswers(outcomes, 'load');
  // A machine that does other work too is slower: the time is told, and fails nothing.
  say(
    `${p99 < LONGEST_P99 ? 'ok  ' : 'OVER'} load: p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} of ${LONGEST_P99} ms, ${worked.toFixed(1)} s of work in ${seconds.toFixed(1)} s`,
  );
  // Idle connections are kept for 15 s.
  await pause(20_000);
  const after = await healthOf(url, pid);
  expectThat(
    after.open <= before.open + 80,
    `load: ${before.open} open before, ${after.open} after`,
  );
};

const COLLECT = fileURLToPath(new URL('collect.mjs', import.meta.url));

/** What stays when the garbage is gone. */
const liveOf = async (url: string, pid: number): Promise<Health> => {
  process.kill(pid, 'SIGUSR2');
  await pause(500);
  return healthOf(url, pid);
};

const soak = async (url: string, pid: number): Promise<void> => {
  const ask = askAt(url);
  const outcomes: Outcome[] = [];
  const windows: Health[] = [];
  const each = Math.ceil(CALLS / WINDOWS / CALLERS);
  for (let window = 0; window < WINDOWS; window += 1) {
    const caller = async (start: number): Promise<void> => {
      for (let round = 0; round < each; round += 1) {
        outcomes.push(await ask(questionOf(start * each + round)));
      }
    };
    await Promise.all(Array.from({ length: CALLERS }, (_, start) => caller(start)));
    const live = await liveOf(url, pid);
    windows.push(live);
    say(
      `     ${outcomes.length} calls: live ${live.heap.toFixed(1)} MiB, resident ${live.resident.toFixed(0)} MiB, open ${live.open}`,
    );
  }
  expectAnswers(outcomes, 'soak');
  const growth = (windows.at(-1)?.heap ?? Number.NaN) - (windows[HALF]?.heap ?? Number.NaN);
  expectThat(
    growth < MOST_GROWTH,
    `soak: live memory grew by ${growth.toFixed(1)} of ${MOST_GROWTH} MiB`,
  );
  const peak = Math.max(...windows.map((health) => health.peak));
  expectThat(peak < MOST_MEMORY, `memory: peak ${peak.toFixed(0)} of ${MOST_MEMORY} MiB resident`);
};

await withCluster(
  MACHINES,
  ({ sidecar }) =>
    withSidecar(
      ['--kubeconfig', sidecar, '--cache', 'watch', '--log-level', 'silent'],
      async (url, pid) => {
        if (pid === undefined) throw new Error('cnv-diagnostic does not run.');
        await warmUp(url);
        await load(url, pid);
        await soak(url, pid);
      },
      ['--expose-gc', '--import', COLLECT],
    ),
  LATENCY,
);
say(`load and soak: ${problems.length === 0 ? 'passed' : `${problems.length} failed`}`);
process.exitCode = problems.length === 0 ? 0 : 1;
