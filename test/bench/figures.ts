import { readdirSync, readFileSync } from 'node:fs';

export const SENTENCES = [
  'VMs that failed to start in the last hour in production namespaces',
  'running Windows VMs with more than 8 GB of memory',
  'stopped VMs in prod-web or prod-db created in the last 30 days',
  'VMs without label team',
  'how many VMs by status',
  'the 10 biggest VMs by memory on worker-2',
  'VMs that are not running except in dev',
  'rhel 9 VMs with at least 4 vcpus',
];

export const sentence = (round: number): string => SENTENCES[round % SENTENCES.length] ?? '';

export const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ] ?? 0;

/** What one way of answering costs; times in milliseconds. */
export type Figures = {
  readonly p50: number;
  readonly p95: number;
  /** Text given to a model for one question, in characters; a token is about four. */
  readonly text: number;
  /** Peak resident memory of the process in MiB; not known elsewhere than on Linux. */
  readonly peak: number | undefined;
};

/** What many callers at once get. */
export type Throughput = {
  /** Answers a second, of all callers together. */
  readonly perSecond: number;
  /** Time of the processor that the process took for one answer, milliseconds. */
  readonly work: number;
};

/** Times of `rounds` questions, one after the other. */
export const timed = async (
  rounds: number,
  ask: (round: number) => Promise<string>,
): Promise<Omit<Figures, 'peak'>> => {
  const times: number[] = [];
  let text = 0;
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    text += (await ask(round)).length;
    times.push(performance.now() - started);
  }
  return {
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    text: Math.round(text / rounds),
  };
};

const fieldOf = (pid: number, file: string, name: RegExp): number | undefined => {
  try {
    const found = name.exec(readFileSync(`/proc/${pid}/${file}`, 'utf8'))?.[1];
    return found === undefined ? undefined : Number(found);
  } catch {
    return undefined;
  }
};

const processes = (): number[] => {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
};

const descendants = (pid: number): number[] => {
  const all = processes();
  const parents = new Map(all.map((each) => [each, fieldOf(each, 'status', /^PPid:\s+(\d+)/m)]));
  const below = (parent: number): number[] =>
    all.filter((each) => parents.get(each) === parent).flatMap((each) => [each, ...below(each)]);
  return [pid, ...below(pid)];
};

/** A clock tick of Linux, milliseconds. */
const TICK = 10;

/** Time of the processor that a process and those it started have used, milliseconds. */
export const cpuOf = (pid: number | undefined): number => {
  const all = pid === undefined ? [] : descendants(pid);
  // After the name: the state, ten fields, then the time in user mode and in system mode.
  const ticks = all.flatMap((each) => [
    fieldOf(each, 'stat', /^.*\)(?: \S+){11} (\d+)/) ?? 0,
    fieldOf(each, 'stat', /^.*\)(?: \S+){12} (\d+)/) ?? 0,
  ]);
  return ticks.reduce((sum, each) => sum + each, 0) * TICK;
};

/** How fast a process answers `callers` at once, each of whom asks `rounds` questions in turn. */
export const crowded = async (
  callers: number,
  rounds: number,
  ask: (round: number) => Promise<string>,
  pid: number | undefined,
): Promise<Throughput> => {
  const answers = callers * rounds;
  const worked = cpuOf(pid);
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      for (let round = 0; round < rounds; round += 1) await ask(caller + round);
    }),
  );
  return {
    perSecond: (answers * 1000) / (performance.now() - begun),
    work: (cpuOf(pid) - worked) / answers,
  };
};

/** Peak resident memory of the largest of a process and those it started, MiB. */
export const peakOf = (pid: number | null | undefined): number | undefined => {
  const peaks = (typeof pid === 'number' ? descendants(pid) : [])
    .map((each) => fieldOf(each, 'status', /^VmHWM:\s+(\d+)/m))
    .filter((peak) => peak !== undefined);
  return peaks.length === 0 ? undefined : Math.max(...peaks) / 1024;
};
