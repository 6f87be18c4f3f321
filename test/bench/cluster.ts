import { SIDECAR, startCluster } from '../../development/cluster';
import { fleetOf } from './fleet-of';

/**
 * `tsx cluster.ts SIZE`: a cluster of so many machines in a process of its own, so that its memory
 * and its work are nobody else's. Prints one line of JSON when it serves.
 */
const size = Number(process.argv[2]);
const cluster = await startCluster({ objects: fleetOf(size, Date.now()) });
process.stdout.write(
  `${JSON.stringify({
    admin: cluster.kubeconfig('admin', { secure: true }),
    sidecar: cluster.kubeconfig(SIDECAR.name),
  })}\n`,
);
