import { availableParallelism } from 'node:os';
import { setImmediate as pause } from 'node:timers/promises';
import { diagnose } from '@cnv-ai/engine/diagnosis';
import { diagnoseFleet } from '@cnv-ai/engine/fleet';
import { ok, refOf, unread, type KubeObject, type Reader } from '@cnv-ai/engine/kubernetes';
import { fleet, startCluster, type Cluster } from '../../development/cluster';
import { loadScenarios } from '../../development/scenarios/load';
import { apiServer } from '../../cnv-diagnostic/kubernetes/api-server';
import { startBudget } from '../../cnv-diagnostic/kubernetes/budget';
import { clusterAt } from '../../cnv-diagnostic/kubernetes/cluster';
import { failingMachines, plainScenarios } from './failing';
import { percentile } from './figures';
import { benchFleetPages } from './fleet-pages';

const NOW = Date.now();
const LATENCY = 20;
const BUDGET = { diagnosis: 300, reads: 25, fleet: 10_000 };
const FAILING = 1000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const scenarios = loadScenarios(NOW);

/** Nothing but machines that fail, beside what is of the cluster. */
const failingFleet = (): KubeObject[] => [
  ...fleet(NOW).filter((object) => refOf(object).namespace === undefined),
  ...failingMachines(FAILING, NOW),
];

const withReader = async <T>(
  cluster: Cluster,
  use: (reader: Reader, reads: () => number) => Promise<T>,
): Promise<T> => {
  const token = cluster.users.find(({ name }) => name === 'admin')?.token ?? '';
  const api = apiServer(clusterAt(cluster.url));
  const budget = startBudget(60_000);
  try {
    const { reader, reads } = api.reader(token, budget);
    return await use(reader, reads);
  } finally {
    budget.end();
    await api.close();
  }
};

const benchDiagnosis = async (): Promise<boolean> => {
  const shared = scenarios.filter(({ alone }) => !alone);
  const objects = [...fleet(NOW), ...shared.flatMap((one) => one.objects)];
  const cluster = await startCluster({ objects, latencyMs: LATENCY, controllerDelayMs: 3_600_000 });
  const times: number[] = [];
  let most = 0;
  for (const { request } of shared) {
    await withReader(cluster, async (reader, reads) => {
      const started = performance.now();
      await diagnose(reader, request, NOW);
      times.push(performance.now() - started);
      most = Math.max(most, reads());
    });
  }
  await cluster.close();
  const [median = 0, p95 = 0, slowest = 0] = [0.5, 0.95, 1].map((part) => percentile(times, part));
  say(
    `diagnosis at ${LATENCY} ms a read: median ${median.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms (budget ${BUDGET.diagnosis} ms), slowest ${slowest.toFixed(0)} ms of ${times.length}, with the cluster's own work; reads: ${most} at most (budget ${BUDGET.reads} for 4 disks)`,
  );
  return p95 <= BUDGET.diagnosis && most <= BUDGET.reads;
};

const benchFleet = async (): Promise<boolean> => {
  const cluster = await startCluster({
    objects: failingFleet(),
    latencyMs: LATENCY,
    controllerDelayMs: 3_600_000,
  });
  const passed = await withReader(cluster, async (reader, reads) => {
    const [started, before] = [performance.now(), process.cpuUsage()];
    const { total, groups } = await diagnoseFleet(reader, {}, NOW, { pause });
    const time = performance.now() - started;
    const cpu = process.cpuUsage(before);
    say(
      `fleet of ${total} failing VMs at ${LATENCY} ms a read: ${time.toFixed(0)} ms (budget ${BUDGET.fleet} ms), ${((cpu.user + cpu.system) / 1000).toFixed(0)} ms of CPU with the cluster's, ${reads()} reads, ${groups.length} problems, ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MiB`,
    );
    return time <= BUDGET.fleet && total >= FAILING;
  });
  await cluster.close();
  return passed;
};

/** What a diagnosis of a VM takes when nothing but the VM is ever answered. */
const benchStall = async (): Promise<boolean> => {
  const [scenario] = plainScenarios(NOW);
  const vm = scenario?.objects.find(({ kind }) => kind === 'VirtualMachine');
  const late = unread('deadline', '');
  const after = async <T>(value: T): Promise<T> => {
    await new Promise((resolve) => setTimeout(resolve, 3_600));
    return value;
  };
  const started = performance.now();
  const stalled: Reader = {
    get: ({ plural }) =>
      plural === 'virtualmachines' && vm !== undefined
        ? Promise.resolve(ok(vm))
        : performance.now() - started > 3_500
          ? Promise.resolve(late)
          : after(late),
    list: () => (performance.now() - started > 3_500 ? Promise.resolve(late) : after(late)),
  };
  const request = scenario?.request ?? { namespace: '', vmName: '' };
  const { verdict, unchecked } = await diagnose(stalled, request, NOW);
  const time = performance.now() - started;
  say(
    `diagnosis when the API server stalls: ${time.toFixed(0)} ms (budget 4000 ms), verdict ${verdict}, ${unchecked.length} reads not checked`,
  );
  return time <= 4000;
};

const run = async (): Promise<void> => {
  say(`${availableParallelism()} cores, Node ${process.versions.node}`);
  const passed = [
    await benchDiagnosis(),
    await benchFleet(),
    await benchFleetPages(LATENCY, BUDGET.fleet),
    await benchStall(),
  ];
  process.exitCode = passed.every(Boolean) ? 0 : 1;
};

void run();
