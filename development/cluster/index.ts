import type { KubeObject } from '@cnv-ai/engine/kubernetes';
import { selfSigned } from './certificate';
import { startControllers } from './controllers';
import { kubeconfigFor } from './kubeconfig';
import { seed } from './seed';
import { serve } from './server';
import { createStore, type Store } from './store';
import { SIDECAR, USERS, type DevelopmentUser } from './users';

export { fleet } from './fleet';
export { enlarged } from './fleet/large';
export { SERVED, servedKind, servedPlural, type ServedResource } from './resources';
export type { Store } from './store';
export { SIDECAR, USERS, type DevelopmentUser } from './users';

export type ClusterOptions = {
  /** 0 (the default) takes a free port. */
  readonly port?: number;
  readonly objects: readonly KubeObject[];
  readonly now?: () => number;
  /** Added before every answer. */
  readonly latencyMs?: number;
  /** Container logs by `namespace/pod/container`. */
  readonly logs?: Readonly<Record<string, string>>;
  /** How many writes a watch may lag behind before it gets 410. */
  readonly history?: number;
  readonly bookmarkMs?: number;
  /** How long a controller takes for one step, such as from Starting to Running. */
  readonly controllerDelayMs?: number;
};

export type Cluster = {
  readonly url: string;
  readonly port: number;
  readonly store: Store;
  /** People who may log in. */
  readonly users: readonly DevelopmentUser[];
  /** The service account of the sidecar. */
  readonly sidecar: DevelopmentUser;
  /**
   * The kubeconfig of a user or of the sidecar's account, as YAML. `secure` names the HTTPS form of
   * the same port with its certificate: kubectl and other Go clients send tokens over TLS only.
   */
  readonly kubeconfig: (userName: string, options?: { readonly secure?: boolean }) => string;
  readonly close: () => Promise<void>;
};

/** Starts a Kubernetes API on 127.0.0.1 that serves `objects`. Rejects when the port is taken. */
export const startCluster = async ({
  port = 0,
  objects,
  now = Date.now,
  latencyMs = 0,
  logs = {},
  history,
  bookmarkMs = 30_000,
  controllerDelayMs = 1500,
}: ClusterOptions): Promise<Cluster> => {
  const store = createStore({ now, history });
  seed(store, objects, now());
  const everyone = [...USERS, SIDECAR];
  const stopControllers = startControllers({ store, now, delayMs: controllerDelayMs });
  const server = { store, now, users: everyone, logs, bookmarkMs };
  const certificate = selfSigned(Date.now());
  const listening = await serve(server, { port, latencyMs, certificate }).catch(
    (error: unknown) => {
      stopControllers();
      throw error;
    },
  );
  const address = `127.0.0.1:${listening.port}`;
  const url = `http://${address}`;
  return {
    url,
    port: listening.port,
    store,
    users: USERS,
    sidecar: SIDECAR,
    kubeconfig: (userName, { secure = false } = {}) => {
      const user = everyone.find(({ name }) => name === userName);
      if (user === undefined) throw new Error(`The development cluster has no user "${userName}".`);
      return secure
        ? kubeconfigFor(`https://${address}`, user, certificate.cert)
        : kubeconfigFor(url, user);
    },
    close: () => {
      stopControllers();
      return listening.close();
    },
  };
};
