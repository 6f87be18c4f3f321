import { fleet, startCluster, type Cluster } from '../../development/cluster';
import { loadScenario, type Scenario } from '../../development/scenarios/load';

export type ConsoleCluster = {
  readonly cluster: Cluster;
  readonly scenario: Scenario;
  /** Writes as the API server got them: method and path. */
  readonly writes: string[];
  /** From now on requests are made as this user. */
  as: (user: string) => void;
  close: () => Promise<void>;
};

const ROOT = '/api/kubernetes';

/** A cluster with one scenario in it, where the console's proxy leads; the sidecar is not there. */
export const startConsoleCluster = async (scenarioId: string): Promise<ConsoleCluster> => {
  const now = Date.now();
  const scenario = loadScenario(scenarioId, now);
  const cluster = await startCluster({
    objects: [...fleet(now), ...scenario.objects],
    controllerDelayMs: 20,
  });
  const writes: string[] = [];
  const session = { user: 'admin' };
  const network = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const path = typeof input === 'string' ? input : '';
    if (!path.startsWith('/')) return network(input, init);
    if (!path.startsWith(ROOT)) return Promise.resolve(new Response('{}', { status: 404 }));
    const { method = 'GET' } = init ?? {};
    if (method !== 'GET') writes.push(`${method} ${path.slice(ROOT.length)}`);
    const token = cluster.users.find(({ name }) => name === session.user)?.token ?? '';
    const headers = new Headers(init?.headers);
    headers.set('Authorization', `Bearer ${token}`);
    return network(`${cluster.url}${path.slice(ROOT.length)}`, { ...init, headers });
  };
  return {
    cluster,
    scenario,
    writes,
    as: (user) => {
      session.user = user;
    },
    close: async () => {
      globalThis.fetch = network;
      await cluster.close();
    },
  };
};
