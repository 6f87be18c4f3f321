import { enlarged, fleet, SIDECAR, startCluster } from '../../development/cluster';
import { failingMachines } from './failing';

/**
 * `tsx cluster.ts SIZE [LATENCY [FAILING]]`: a cluster of so many machines that are well and so
 * many that fail, each answer so many milliseconds late, in a process of its own, so that its
 * memory and its work are nobody else's. Prints one line of JSON when it serves.
 */
const [size = 0, latencyMs = 0, failing = 0] = process.argv.slice(2).map(Number);
const now = Date.now();
const cluster = await startCluster({
  objects: [...enlarged(fleet(now), size), ...failingMachines(failing, now)],
  latencyMs,
});
process.stdout.write(
  `${JSON.stringify({
    admin: cluster.kubeconfig('admin', { secure: true }),
    sidecar: cluster.kubeconfig(SIDECAR.name),
  })}\n`,
);
