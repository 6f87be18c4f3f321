import { at, numberAt, textAt } from '@cnv-ai/engine/kubernetes';
import { USERS } from '../../development/cluster';
import { peakOf } from './figures';
import { withCluster } from './served';
import { withSidecar } from './sidecar';

/** How many machines are well, and how many fail. */
const CLUSTERS: readonly (readonly [well: number, failing: number])[] = [
  [0, 1_000],
  [10_000, 250],
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

/** All pages of the tool over MCP, as the caller of the real program gets them. */
export const benchFleetPages = async (latency: number, budget: number): Promise<boolean> => {
  let passed = true;
  for (const [well, failing] of CLUSTERS) {
    const measure = (cache: 'watch' | 'none', kubeconfig: string): Promise<void> =>
      withSidecar(['--kubeconfig', kubeconfig, '--cache', cache], async (url, pid) => {
        const found = await walk(url);
        const time = found.pages.reduce((sum, page) => sum + page.time, 0);
        passed &&= time <= budget && found.failing >= failing;
        say(
          `diagnose_vm_fleet, CACHE=${cache}, ${found.failing} failing of ${well + found.failing} VMs at ${latency} ms a read: ${time.toFixed(0)} ms (budget ${budget} ms) in ${found.pages.length} pages; peak ${peakOf(pid)?.toFixed(0) ?? '?'} MiB`,
        );
        for (const page of found.pages) {
          say(`  ${page.looked} looked at, ${page.reads} reads, ${page.time.toFixed(0)} ms`);
        }
      });
    await withCluster(
      well,
      async ({ sidecar }) => {
        for (const cache of ['none', 'watch'] as const) await measure(cache, sidecar);
      },
      latency,
      failing,
    );
  }
  return passed;
};
