import type { Browser, Page } from 'playwright-core';
import { at, isRecord, listAt, numberAt, textAt } from '@cnv-ai/engine/kubernetes';

/** What the main thread did: time of the processor, which other programs' load does not lengthen. */
export type ThreadTime = {
  /** Milliseconds of the longest task. */
  longest: number;
  /** Tasks over 50 ms. */
  over: number;
  total: number;
};

const FRAME_BUDGET = 50;
const MICROSECONDS = 1000;
const TASK = 'ThreadControllerImpl::RunTask';

const CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];

const parse = (trace: Buffer): readonly unknown[] => {
  const found: unknown = JSON.parse(trace.toString('utf8'));
  return listAt(found, 'traceEvents');
};

/** The main thread of each process that shows pages, as `process/thread`. */
const mainThreads = (events: readonly unknown[]): Set<string> =>
  new Set(
    events
      .filter(
        (event) =>
          textAt(event, 'name') === 'thread_name' &&
          textAt(event, 'args', 'name') === 'CrRendererMain',
      )
      .map((event) => `${String(at(event, 'pid'))}/${String(at(event, 'tid'))}`),
  );

const threadTimes = (trace: Buffer): number[] => {
  const events = parse(trace).filter(isRecord);
  const threads = mainThreads(events);
  return events
    .filter(({ name, pid, tid }) => name === TASK && threads.has(`${String(pid)}/${String(tid)}`))
    .map((event) => (numberAt(event, 'tdur') ?? 0) / MICROSECONDS);
};

/** Runs a step and tells what the page's main thread spent on it. */
export const threadTime = async (page: Page, step: () => Promise<void>): Promise<ThreadTime> => {
  const browser: Browser | null = page.context().browser();
  if (browser === null) throw new Error('The page has no browser to be traced.');
  await browser.startTracing(page, { categories: CATEGORIES });
  await step();
  const tasks = threadTimes(await browser.stopTracing());
  return {
    longest: Math.max(0, ...tasks),
    over: tasks.filter((time) => time > FRAME_BUDGET).length,
    total: tasks.reduce((sum, time) => sum + time, 0),
  };
};
