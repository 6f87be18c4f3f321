import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiServer, type ApiServer } from '../../cnv-diagnostic/kubernetes/api-server';
import { clusterAt } from '../../cnv-diagnostic/kubernetes/cluster';
import { startServer } from '../../cnv-diagnostic/serve';
import {
  fleet,
  SERVED,
  SIDECAR,
  startCluster,
  USERS,
  type Cluster,
} from '../../development/cluster';
import { kubeconfigFor } from '../../development/cluster/kubeconfig';
import { loadScenarios, type Scenario } from '../../development/scenarios/load';
import { startControlPlane } from './control-plane';
import { requests, type Send } from './requests';
import { defineKinds } from './settle';

/** Both are asked as the same person, by the token both know. */
export type Twin = {
  readonly as: (userName: string) => Send;
  readonly api: ApiServer;
  /** URL of a sidecar in front of it that holds its machines in memory. */
  readonly sidecar: string;
};

export type Twins = {
  readonly embedded: Twin;
  readonly real: Twin;
  readonly scenarios: readonly Scenario[];
  /** Both forget the past. */
  readonly forget: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** The real server makes its definitions itself, and has no server of projects behind it. */
const NOT_STORED = ['customresourcedefinitions', 'apiservices', 'projects'];

export const tokenOf = (userName: string): string =>
  [...USERS, SIDECAR].find(({ name }) => name === userName)?.token ?? userName;

const startEmbedded = (scenarios: readonly Scenario[], now: number): Promise<Cluster> =>
  startCluster({
    objects: [...fleet(now), ...scenarios.flatMap(({ objects }) => objects)],
    now: () => now,
    // No controller moves: on the other side there is none.
    controllerDelayMs: 3_600_000,
  });

/** The embedded cluster, and a real API server with the very same objects. */
export const startTwins = async (now: number): Promise<Twins> => {
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const end of closers.splice(0).reverse()) await end();
  };
  const opened = <T extends { close: () => Promise<void> }>(part: T): T => {
    closers.push(() => part.close());
    return part;
  };
  const folder = mkdtempSync(join(tmpdir(), 'cnv-ai-twins-'));
  closers.push(() => rm(folder, { recursive: true, force: true }));
  const sidecarBefore = async (name: string, kubeconfig: string): Promise<string> => {
    const file = join(folder, name);
    writeFileSync(file, kubeconfig, { mode: 0o600 });
    const config = { port: 0, host: '127.0.0.1', kubeconfig: file, cache: 'watch' } as const;
    return opened(await startServer({ ...config, clock: () => now })).url;
  };
  try {
    // Logs are the kubelet's: a server without one has none.
    const scenarios = loadScenarios(now).filter(
      ({ alone, logs }) => !alone && Object.keys(logs).length === 0,
    );
    const cluster = opened(await startEmbedded(scenarios, now));
    const plane = opened(await startControlPlane([...USERS, SIDECAR]));
    const realDoor = opened(requests(plane.cluster));
    const embeddedDoor = opened(requests(clusterAt(cluster.url)));
    await defineKinds(realDoor.as({ token: plane.rootToken }));
    await plane.store(
      SERVED.filter(({ plural }) => !NOT_STORED.includes(plural)).flatMap((resource) =>
        cluster.store.list(resource),
      ),
    );
    const { server, ca } = plane.cluster;
    return {
      embedded: {
        as: (userName) => embeddedDoor.as({ token: tokenOf(userName) }),
        api: opened(apiServer(clusterAt(cluster.url))),
        sidecar: await sidecarBefore('embedded', cluster.kubeconfig(SIDECAR.name)),
      },
      real: {
        as: (userName) => realDoor.as({ token: tokenOf(userName) }),
        api: opened(apiServer(plane.cluster)),
        sidecar: await sidecarBefore('real', kubeconfigFor(server, SIDECAR, ca)),
      },
      scenarios,
      forget: async () => {
        cluster.store.compact();
        await plane.forget();
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};
