import { at, numberAt, textAt } from '@cnv-ai/engine/kubernetes';
import { USERS } from '../../development/cluster';
import { cpuOf, peakOf } from './figures';
import { withCluster } from './served';
import { withSidecar } from './sidecar';

/** How many machines are well, how many fail, and whether there is a cache. */
const CASES: readonly (readonly [well: number, failing: number, cache: 'watch' | 'none'])[] = [
  [0, 1_000, 'none'],
  [0, 1_000, 'watch'],
  // Without a cache reading so many takes longer than a call may.
  [10_000, 250, 'watch'],
];

const token = USERS.find(({ name }) => name === 'admin')?.token ?? '';
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const pageAt = async (url: string, cursor: string | undefined): Promise<unknown> => {
  const args = cursor === undefined ? {} : { cursor };
  const params = { name: 'diagnose_vm_fleet', arguments: args };
  const answer = await fetch(`${url}/mcp`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params }),
  });
  return at(await answer.json(), 'result', 'structuredContent');
};

/** Requests to the API server for the tool so far. */
const readsAt = async (url: string): Promise<number> => {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(
    /^cnv_diagnostic_api_reads_total\{tool="diagnose_vm_fleet"\} (\d+)$/m.exec(text)?.[1] ?? 0,
  );
};

type Page = { readonly time: number; readonly reads: number; readonly looked: number };

const walk = async (url: string): Promise<{ pages: Page[]; failing: number }> => {
  const pages: Page[] = [];
  let [failing, reads] = [0, await readsAt(url)];
  let cursor: string | undefined;
  do {
    const started = performance.now();
    const page = await pageAt(url, cursor);
    const time = performance.now() - started;
    const now = await readsAt(url);
    pages.push({ time, reads: now - reads, looked: numberAt(page, 'diagnosed') ?? 0 });
    reads = now;
    failing += numberAt(page, 'total') ?? 0;
    cursor = textAt(page, 'nextCursor');
  } while (cursor !== undefined);
  return { pages, failing };
};

type Round = { readonly failing: number; readonly time: number };

const measure = async (url: string, pid: number | undefined, what: string): Promise<Round> => {
  const before = cpuOf(pid);
  const { pages, failing } = await walk(url);
  const cpu = cpuOf(pid) - before;
  const time = pages.reduce((sum, page) => sum + page.time, 0);
  say(
    `diagnose_vm_fleet, ${what}: ${failing} failing VMs in ${pages.length} pages, ${time.toFixed(0)} ms, ${cpu.toFixed(0)} ms of CPU, peak ${peakOf(pid)?.toFixed(0) ?? '?'} MiB`,
  );
  for (const page of pages) {
    say(`  ${page.looked} looked at, ${page.reads} reads, ${page.time.toFixed(0)} ms`);
  }
  return { failing, time };
};

/**
 * All pages of the tool over MCP, as a caller of the real program gets them; of a program that has
 * just started, and once more. Every failing machine has to be found each time, within the budget.
 */
export const benchFleetPages = async (latency: number, budget: number): Promise<boolean> => {
  const rounds: (Round & { readonly wanted: number })[] = [];
  for (const [well, wanted, cache] of CASES) {
    await withCluster(
      well,
      ({ sidecar }) =>
        withSidecar(['--kubeconfig', sidecar, '--cache', cache], async (url, pid) => {
          for (const time of ['first', 'second']) {
            const what = `${wanted} of ${well + wanted} VMs, CACHE=${cache}, ${latency} ms a read, ${time} time`;
            rounds.push({ ...(await measure(url, pid, what)), wanted });
          }
        }),
      latency,
      wanted,
    );
  }
  return rounds.every(({ failing, time, wanted }) => failing >= wanted && time <= budget);
};
