import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { recordAt } from '@cnv-ai/engine/kubernetes';
import { servedPlural, type Cluster } from '../../development/cluster';
import { ADMINISTRATOR, byTest, diagnosisPage, SEARCH_PAGE, startSession } from '../e2e/session';
import { threadTime } from './thread-time';

/**
 * `npm run bench:browser -- [machines]`: what the search page costs the browser, answered by the
 * engine in it (no sidecar, no Lightspeed), and how long the first findings take. Wall times grow with the load of the machine; the
 * processor's time of the main thread does not, and a task over 50 ms there is a frame people miss.
 */
const MACHINES = Number(process.argv[2] ?? 10_000);
const SENTENCE = 'running VMs with more than 2 GB of memory';
const SETTLE = 4_000;

/** These run in the page, so they are texts: a compiler's helpers are not there. */
const FIRST_CHIP = `new Promise((resolve) => {
  const input = document.querySelector('[data-test="ai-search-input"]');
  const chips = () => document.querySelectorAll('[data-test="ai-search-chip"]').length;
  const before = chips();
  const start = performance.now();
  const look = new MutationObserver(() => {
    if (chips() <= before) return;
    look.disconnect();
    requestAnimationFrame(() => resolve(performance.now() - start));
  });
  look.observe(document.body, { childList: true, subtree: true });
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  set.call(input, input.value + ' in prod-web');
  input.dispatchEvent(new Event('input', { bubbles: true }));
})`;

/** From a click to the first element of a test name. */
const firstAfter = (clicked: string, name: string): string => `new Promise((resolve) => {
  const start = performance.now();
  const look = new MutationObserver(() => {
    if (document.querySelector('[data-test="${name}"]') === null) return;
    look.disconnect();
    requestAnimationFrame(() => resolve(performance.now() - start));
  });
  look.observe(document.body, { childList: true, subtree: true });
  document.querySelector('${clicked}').click();
})`;

const FIRST_ROW = firstAfter('[data-test="ai-search-submit"]', 'ai-search-row');
const FIRST_CAUSE = firstAfter('a[href$="/ai-diagnosis"]', 'ai-diagnosis-root-cause');

const SCROLL = `new Promise((resolve) => {
  let scroller = document.querySelector('[data-test="ai-search-row"]');
  while (scroller.parentElement !== null && scroller.scrollHeight <= scroller.clientHeight + 1)
    scroller = scroller.parentElement;
  let frames = 0;
  let longest = 0;
  let last;
  const frame = (at) => {
    if (last !== undefined) longest = Math.max(longest, at - last);
    last = at;
    frames += 1;
    scroller.scrollBy(0, frames < 45 ? 120 : -120);
    if (frames < 90) requestAnimationFrame(frame);
    else resolve(longest);
  };
  requestAnimationFrame(frame);
})`;

const measured = async (page: Page, name: string, step: () => Promise<number>): Promise<void> => {
  let wall = 0;
  const { longest, over, total } = await threadTime(page, async () => {
    wall = await step();
    await page.waitForTimeout(500);
  });
  const cells = [wall, longest, over, total].map((value) => value.toFixed(0).padStart(10));
  process.stdout.write(`${name.padEnd(32)}${cells.join('')}\n`);
};

/** Changes so many machines of the cluster, one after the other over so many milliseconds. */
const changeMachines = async ({ store }: Cluster, count: number, time: number): Promise<void> => {
  const machines = store.list(servedPlural('virtualmachines')).slice(0, count);
  for (const [index, machine] of machines.entries()) {
    const metadata = recordAt(machine, 'metadata');
    const labels = { ...recordAt(metadata, 'labels'), changed: `a${index}` };
    store.update({ ...machine, metadata: { ...metadata, labels } });
    await pause(time / count);
  }
};

const elapsed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** What a read takes on a cluster that is near, in milliseconds. */
const LATENCY = 20;

/** From the click on the tab to the first cause, in each way an answer can come. */
const benchFindings = async (name: string, installed: boolean): Promise<void> => {
  const session = await startSession({
    lightspeed: false,
    sidecar: installed,
    latencyMs: LATENCY,
    released: true,
  });
  try {
    const tab = diagnosisPage('shop-network', 'checkout-01');
    for (const round of [1, 2, 3]) {
      const page = await session.open(ADMINISTRATOR, tab.replace('/ai-diagnosis', ''));
      await page.locator('a[href$="/ai-diagnosis"]').first().waitFor();
      await page.waitForTimeout(SETTLE);
      await measured(page, `findings, ${name}, ${round}`, () => page.evaluate<number>(FIRST_CAUSE));
      await page.context().close();
    }
  } finally {
    await session.close();
  }
};

const benchSearch = async (): Promise<void> => {
  const session = await startSession({
    lightspeed: false,
    sidecar: false,
    vms: MACHINES,
    released: true,
  });
  try {
    const page = await session.open(ADMINISTRATOR);
    page.setDefaultTimeout(180_000);
    const load = loadavg()[0]?.toFixed(1) ?? '';
    process.stdout.write(`${MACHINES} machines, load ${load}; milliseconds\n`);
    const heads = ['wall', 'longest', 'over 50', 'processor'].map((head) => head.padStart(10));
    process.stdout.write(`${''.padEnd(32)}${heads.join('')}\n`);
    await measured(page, 'page, reading the cluster', () =>
      elapsed(async () => {
        await page.goto(SEARCH_PAGE);
        await byTest(page, 'ai-search-input').fill('running');
        await byTest(page, 'ai-search-chip').first().waitFor();
        await page.waitForTimeout(SETTLE);
      }),
    );
    for (const round of [1, 2, 3]) {
      await byTest(page, 'ai-search-input').fill('running VMs');
      await page.waitForTimeout(500);
      await measured(page, `a chip after a keystroke, ${round}`, () =>
        page.evaluate<number>(FIRST_CHIP),
      );
    }
    await byTest(page, 'ai-search-input').fill(SENTENCE);
    await page.waitForTimeout(500);
    await measured(page, 'the first rows', () => page.evaluate<number>(FIRST_ROW));
    await measured(page, 'another order', () =>
      elapsed(async () => {
        await page.getByRole('button', { name: 'Name', exact: true }).click();
        await page.waitForURL(/sort=/);
      }),
    );
    await measured(page, 'scrolling: the longest frame', () => page.evaluate<number>(SCROLL));
    const { cluster } = session.stack;
    if (cluster === undefined) throw new Error('There is no cluster to be changed.');
    // What was read for the chips is read anew behind the first rows.
    await page.waitForTimeout(4 * SETTLE);
    await measured(page, 'live: 100 changes in 20 s', () =>
      elapsed(() => changeMachines(cluster, 100, 20_000)),
    );
  } finally {
    await session.close();
  }
};

const run = async (): Promise<void> => {
  await benchSearch();
  await benchFindings('in the browser', false);
  await benchFindings('from the sidecar', true);
};

void run();
