import { performance } from 'node:perf_hooks';
import { isRecord, type KubeObject } from '@cnv-ai/engine/kubernetes';
import { interpret, readInventory, searchInventory } from '@cnv-ai/engine/search';
import { objectReader } from '@cnv-ai/engine/kubernetes';
import { fleet } from '../../development/cluster';

/** `npm run bench:search`: what a question costs in the engine, at three sizes of a cluster. */
const SIZES = [1_000, 10_000, 50_000];
const NOW = Date.parse('2026-11-20T14:30:00Z');

const SENTENCES = [
  'VMs that failed to start in the last hour in production namespaces',
  'running Windows VMs with more than 8 GB of memory',
  'stopped VMs in prod-web or prod-db created in the last 30 days',
  'VMs without label team',
  'how many VMs by status',
  'the 10 biggest VMs by memory on worker-2',
  'VMs that are not running except in dev',
  'rhel 9 VMs with at least 4 vcpus',
];

/** The VMs and instances of the fleet, again and again under other names, until there are enough. */
const grow = (size: number): KubeObject[] => {
  const all = fleet(NOW);
  const own = new Set(['VirtualMachine', 'VirtualMachineInstance']);
  const machines = all.filter(({ kind }) => typeof kind === 'string' && own.has(kind));
  const others = all.filter(({ kind }) => !(typeof kind === 'string' && own.has(kind)));
  const count = machines.filter(({ kind }) => kind === 'VirtualMachine').length;
  const copies = Array.from({ length: Math.ceil(size / count) }, (_, copy) =>
    machines.map((object) => {
      const metadata = isRecord(object.metadata) ? object.metadata : {};
      return {
        ...object,
        metadata: {
          ...metadata,
          name: `${String(metadata.name)}-${copy}`,
          uid: `${String(metadata.uid)}-${copy}`,
        },
      };
    }),
  );
  return [...others, ...copies.flat()];
};

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ] ?? 0;

const time = (rounds: number, work: (round: number) => unknown): number[] =>
  Array.from({ length: rounds }, (_, round) => {
    const started = performance.now();
    work(round);
    return performance.now() - started;
  });

const show = (value: number): string => value.toFixed(2).padStart(9);

const measure = async (size: number): Promise<number> => {
  const objects = grow(size);
  const started = performance.now();
  const inventory = await readInventory(objectReader(objects), { now: NOW });
  const read = performance.now() - started;
  const ask = (round: number): string => SENTENCES[round % SENTENCES.length] ?? '';
  time(40, (round) => searchInventory(inventory, { query: ask(round) }, NOW));
  const parse = time(200, (round) => interpret(ask(round), inventory.vocabulary, { now: NOW }));
  const search = time(80, (round) => searchInventory(inventory, { query: ask(round) }, NOW));
  const worst = percentile(search, 0.95);
  process.stdout.write(
    `${String(inventory.records.length).padStart(7)} ${show(read)} ${show(percentile(parse, 0.5))} ${show(percentile(parse, 0.95))} ${show(percentile(search, 0.5))} ${show(worst)}\n`,
  );
  return worst;
};

const run = async (): Promise<void> => {
  process.stdout.write('    VMs  read ms  parse p50       p95 search p50       p95\n');
  const worst: number[] = [];
  for (const size of SIZES) worst.push(await measure(size));
  const [first = 1, , last = 1] = worst;
  process.stdout.write(
    `p95 of a search grows ${(last / first).toFixed(1)} times for 50 times the machines\n`,
  );
};

void run();
