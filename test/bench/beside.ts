import { readFileSync } from 'node:fs';
import { listAt, textAt } from '@cnv-ai/engine/kubernetes';
import { USERS } from '../../development/cluster';
import { startNeighbour } from '../hybrid/neighbour';
import { peakOf, sentence, timed, type Figures } from './figures';
import { withCluster } from './served';
import { CALLERS, WARM_UP, withSidecar } from './sidecar';

/**
 * `npm run bench:sidecar [-- --large]`: both servers over HTTP before the same cluster, asked the
 * same things with the same user's token, one after the other and then by 20 callers at once. The
 * cluster of 50,000 machines is started with `--large` only: it takes minutes. Fails when the
 * sidecar needs more memory than it may.
 */
const BUDGETS: readonly (readonly [machines: number, mebibytes: number])[] = process.argv.includes(
  '--large',
)
  ? [
      [10_000, 256],
      [50_000, 512],
    ]
  : [[10_000, 256]];
const ROUNDS = 60;
/** What lists all machines takes seconds each time. */
const FEW_ROUNDS = 3;
const VM = { namespace: 'prod-web', name: 'frontend-01' };

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const token = USERS.find(({ name }) => name === 'admin')?.token ?? '';

type Ask = (round: number) => Promise<string>;

/** An answer is JSON, or one event of a stream. */
const messageOf = (text: string): unknown => JSON.parse(text.replace(/^event:.*\ndata: /, ''));

const asker =
  (url: string, tool: string, argumentsOf: (round: number) => object): Ask =>
  async (round) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        authorization: `Bearer ${token}`,
      },
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { name: tool, arguments: argumentsOf(round) },
      }),
    });
    const content = listAt(messageOf(await response.text()), 'result', 'content');
    return content.map((block) => textAt(block, 'text') ?? '').join('\n');
  };

type Row = { readonly what: string; readonly figures: Figures };

const measure = async (
  questions: Readonly<Record<string, readonly [ask: Ask, rounds: number]>>,
  pid: number | undefined,
): Promise<Row[]> => {
  const rows: Row[] = [];
  for (const [what, [ask, rounds]] of Object.entries(questions)) {
    await timed(rounds > FEW_ROUNDS ? WARM_UP / 5 : rounds, ask);
    const figures = await timed(rounds, ask);
    const crowd = Array.from({ length: rounds > FEW_ROUNDS ? CALLERS : 1 }, () => timed(3, ask));
    await Promise.all(crowd);
    rows.push({ what, figures: { ...figures, peak: peakOf(pid) } });
  }
  return rows;
};

const measureOurs = (kubeconfig: string): Promise<Row[]> =>
  withSidecar(['--kubeconfig', kubeconfig, '--cache', 'watch'], (url, pid) =>
    measure(
      {
        'find machines': [
          asker(`${url}/mcp`, 'search_vms_semantic', (round) => ({ query: sentence(round) })),
          ROUNDS,
        ],
        'diagnose one': [
          asker(`${url}/mcp`, 'diagnose_vm_error', () => ({
            namespace: VM.namespace,
            vmName: VM.name,
          })),
          ROUNDS,
        ],
      },
      pid,
    ),
  );

const measureTheirs = async (kubeconfig: string): Promise<Row[]> => {
  const neighbour = await startNeighbour({ kubeconfig: () => readFileSync(kubeconfig, 'utf8') });
  const machines = { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine' };
  try {
    return await measure(
      {
        'find machines': [asker(neighbour.url, 'resources_list', () => machines), FEW_ROUNDS],
        'diagnose one': [asker(neighbour.url, 'vm_troubleshoot', () => VM), ROUNDS],
      },
      neighbour.pid,
    );
  } finally {
    await neighbour.close();
  }
};

const HEAD = ['', 'p50 ms', 'p95 ms', 'characters', 'peak MiB'];

const line = (cells: readonly string[]): void =>
  say(cells.map((cell, index) => (index === 0 ? cell.padEnd(44) : cell.padStart(11))).join(''));

const cells = ({ p50, p95, text, peak = Number.NaN }: Figures): string[] => [
  p50.toFixed(1),
  p95.toFixed(1),
  String(text),
  peak.toFixed(0),
];

const ratios = (ours: Figures, theirs: Figures): string[] =>
  [
    theirs.p50 / ours.p50,
    theirs.p95 / ours.p95,
    theirs.text / ours.text,
    (theirs.peak ?? Number.NaN) / (ours.peak ?? Number.NaN),
  ].map((ratio) => `${ratio.toFixed(ratio < 10 ? 1 : 0)}x`);

const compare = (ours: readonly Row[], theirs: readonly Row[]): void => {
  for (const { what, figures } of ours) {
    line([`cnv-diagnostic: ${what}`, ...cells(figures)]);
    const other = theirs.find((row) => row.what === what);
    if (other === undefined) continue;
    line([`kubernetes-mcp-server: ${what}`, ...cells(other.figures)]);
    line(['  what theirs costs for each of ours', ...ratios(figures, other.figures)]);
  }
};

const over: number[] = [];
for (const [machines, budget] of BUDGETS) {
  await withCluster(machines, async ({ admin, sidecar }) => {
    say(`\n${machines} machines, ${CALLERS} callers at the end`);
    line(HEAD);
    const ours = await measureOurs(sidecar);
    compare(ours, await measureTheirs(admin));
    const peak = Math.max(...ours.map(({ figures }) => figures.peak ?? 0));
    if (peak > budget) over.push(machines);
    say(`${peak > budget ? 'OVER' : 'ok  '} memory: peak ${peak.toFixed(0)} of ${budget} MiB`);
  });
}
process.exitCode = over.length === 0 ? 0 : 1;
