import { objectReader } from '@cnv-ai/engine/kubernetes';
import { interpret, readInventory, searchInventory } from '@cnv-ai/engine/search';
import { percentile, sentence, type Figures, type Throughput } from './figures';
import { enlarged, fleet } from '../../development/cluster';
import { measureNeighbour } from './neighbour';
import { withCluster } from './served';
import { CALLERS, measureSidecar } from './sidecar';

/**
 * `npm run bench:search [-- --large]`: what a question costs in the engine and in the sidecar,
 * beside kubernetes-mcp-server that lists the machines for a model. The cluster of 50,000 is started
 * with `--large` only: it takes minutes.
 */
const SIZES = [1_000, 10_000, 50_000];
const SERVED = process.argv.includes('--large') ? SIZES : SIZES.slice(0, 2);
const NOW = Date.parse('2026-11-20T14:30:00Z');
const ROUNDS = 200;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const show = (value: number): string => value.toFixed(2).padStart(9);

const time = (rounds: number, work: (round: number) => unknown): number[] =>
  Array.from({ length: rounds }, (_, round) => {
    const started = performance.now();
    work(round);
    return performance.now() - started;
  });

const measureEngine = async (size: number): Promise<void> => {
  const objects = enlarged(fleet(NOW), size);
  const started = performance.now();
  const inventory = await readInventory(objectReader(objects), { now: NOW });
  const read = performance.now() - started;
  const search = (round: number) => searchInventory(inventory, { query: sentence(round) }, NOW);
  time(40, search);
  const parses = time(ROUNDS, (round) =>
    interpret(sentence(round), inventory.vocabulary, { now: NOW }),
  );
  const searches = time(ROUNDS, search);
  const perSecond = (searches.length * 1000) / searches.reduce((sum, each) => sum + each, 0);
  const columns = [
    read,
    percentile(parses, 0.5),
    percentile(parses, 0.95),
    percentile(searches, 0.5),
    percentile(searches, 0.95),
    perSecond,
  ];
  say(`${String(inventory.records.length).padStart(7)} ${columns.map(show).join(' ')}`);
};

const row = (
  name: string,
  { p50, p95, text, peak = Number.NaN, ...crowd }: Figures & Partial<Throughput>,
): void => {
  const { perSecond, work } = crowd;
  const ends = [peak, perSecond, work].map((value) => (value === undefined ? '' : show(value)));
  say(
    `${name.padEnd(34)} ${show(p50)} ${show(p95)} ${String(text).padStart(9)} ${ends.join(' ')}`.trimEnd(),
  );
};

const ratio = (ours: Figures, theirs: Figures): void => {
  const times = (theirs.p50 / ours.p50).toFixed(0);
  const texts = (theirs.text / ours.text).toFixed(0);
  const memory = ((theirs.peak ?? Number.NaN) / (ours.peak ?? Number.NaN)).toFixed(1);
  say(
    `${' '.repeat(34)} ${times} times as fast, ${texts} times less text, ${memory} times less memory than kubernetes-mcp-server`,
  );
};

const measureServers = (size: number): Promise<void> =>
  withCluster(size, async ({ admin, sidecar }) => {
    say(`\n${size} VMs`);
    say(`${' '.repeat(34)}       p50       p95      text  peak MiB  a second   ms each`);
    const ours = await measureSidecar(sidecar, 'watch', ROUNDS);
    row('cnv-diagnostic', ours);
    row('cnv-diagnostic, CACHE=none', await measureSidecar(sidecar, 'none', 4));
    const theirs = await measureNeighbour(admin, 3).catch((error: unknown) => String(error));
    if (theirs === undefined || typeof theirs === 'string') {
      const why = theirs ?? 'npm does not provide it here';
      say(`kubernetes-mcp-server was not measured: ${why}.`);
      return;
    }
    row('kubernetes-mcp-server resources_list', theirs);
    ratio(ours, theirs);
  });

say('In the engine; milliseconds');
say('    VMs      read parse p50       p95 search p50      p95  a second');
for (const size of SIZES) await measureEngine(size);
say('\nServed over MCP; milliseconds, and characters of text for a model. How many are answered a');
say(`second, and what each takes of a processor, is of ${CALLERS} callers at once.`);
for (const size of SERVED) await measureServers(size);
