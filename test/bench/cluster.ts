import { SIDECAR, startCluster } from '../../development/cluster';
import { fleetOf } from './fleet-of';

/**
 * `tsx cluster.ts SIZE [LATENCY]`: a cluster of so many machines, each answer so many milliseconds late, in a process of its own, so that its memory
 * and its work are nobody else's. Prints one line of JSON when it serves.
 */
const [size = 0, latencyMs = 0] = process.argv.slice(2).map(Number);
const cluster = await startCluster({ objects: fleetOf(size, Date.now()), latencyMs });
process.stdout.write(
  `${JSON.stringify({
    admin: cluster.kubeconfig('admin', { secure: true }),
    sidecar: cluster.kubeconfig(SIDECAR.name),
  })}\n`,
);
