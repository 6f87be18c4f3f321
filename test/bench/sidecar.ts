import { fileURLToPath } from 'node:url';
import { at, textAt } from '@cnv-ai/engine/kubernetes';
import { USERS } from '../../development/cluster';
import { freePort, startProgram, untilReady } from '../program';
import { crowded, peakOf, sentence, timed, type Figures, type Throughput } from './figures';

const PROGRAM = fileURLToPath(
  new URL('../../cnv-diagnostic/bin/cnv-diagnostic.mjs', import.meta.url),
);
const PATIENCE = 180_000;
export const CALLERS = 20;
/** What has just started compiles its code first: its first answers are several times as slow. */
export const WARM_UP = 1_500;

const token = USERS.find(({ name }) => name === 'admin')?.token ?? '';

/** Asks over `/mcp` and answers the text that a model would be given. */
const askAt =
  (url: string) =>
  async (round: number): Promise<string> => {
    const params = { name: 'search_vms_semantic', arguments: { query: sentence(round) } };
    const answer = await fetch(`${url}/mcp`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params }),
    });
    return textAt(at(await answer.json(), 'result', 'content', 0), 'text') ?? '';
  };

/** The real program before a cluster, ready, for as long as `work` takes; `flags` are Node's own. */
export const withSidecar = async <T>(
  options: readonly string[],
  work: (url: string, pid: number | undefined) => Promise<T>,
  flags: readonly string[] = [],
): Promise<T> => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const sidecar = startProgram(process.execPath, [
    ...[...flags, PROGRAM, 'serve', '--port', String(port)],
    // Limits are for users; whoever measures is not one.
    ...['--rate-limit', '0', '--concurrency-limit', '0', ...options],
  ]);
  try {
    await untilReady(sidecar, async () => (await fetch(`${url}/readyz`)).ok, PATIENCE);
    return await work(url, sidecar.pid);
  } finally {
    await sidecar.stop();
  }
};

/** Questions one after the other, then of many at once. */
export const measureSidecar = (
  kubeconfig: string,
  cache: 'watch' | 'none',
  rounds: number,
): Promise<Figures & Throughput> =>
  withSidecar(['--kubeconfig', kubeconfig, '--cache', cache], async (url, pid) => {
    const ask = askAt(url);
    await timed(cache === 'watch' ? WARM_UP : rounds, ask);
    const figures = await timed(rounds, ask);
    const throughput = await crowded(CALLERS, Math.ceil(rounds / 4), ask, pid);
    return { ...figures, ...throughput, peak: peakOf(pid) };
  });
