import { listAt, nameOf, type KubeObject } from '@cnv-ai/engine/kubernetes';
import { startCluster, type Cluster, type ClusterOptions } from './index';

/** The answer to one request of a test. */
export type Reply = {
  readonly code: number;
  readonly body: unknown;
  readonly text: string;
  readonly headers: Headers;
};

export type Send = (path: string, init?: RequestInit & { json?: unknown }) => Promise<Reply>;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

export const tokenOfUser = (cluster: Cluster, name: string): string =>
  [...cluster.users, cluster.sidecar].find((user) => user.name === name)?.token ?? name;

/** Requests as a user; a name that is none is sent as the token, and '' sends no token. */
export const as =
  (cluster: Cluster, userName: string): Send =>
  async (path, { json, ...init } = {}) => {
    const headers = new Headers(init.headers);
    const token = tokenOfUser(cluster, userName);
    if (token !== '') headers.set('authorization', `Bearer ${token}`);
    if (json !== undefined && !headers.has('content-type')) {
      headers.set('content-type', 'application/json');
    }
    const body = json === undefined ? init.body : JSON.stringify(json);
    const response = await fetch(`${cluster.url}${path}`, { ...init, headers, body });
    const text = await response.text();
    return { code: response.status, body: parsed(text), text, headers: response.headers };
  };

export const namesIn = (reply: Reply): string[] => listAt(reply.body, 'items').map(nameOf);

export const namespace = (name: string): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, labels: { 'kubernetes.io/metadata.name': name } },
  status: { phase: 'Active' },
});

export const machine = (
  name: string,
  labels: Record<string, string> = {},
  more: KubeObject = {},
): KubeObject => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name, namespace: 'prod-web', labels, generation: 1 },
  spec: { runStrategy: 'Halted', template: { spec: { domain: {}, volumes: [] } } },
  status: { printableStatus: 'Stopped', ...more },
});

export const pod = (name: string, node: string, phase = 'Running'): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace: 'prod-web' },
  spec: { nodeName: node, containers: [{ name: 'compute' }] },
  status: { phase },
});

export const readyNode = (name: string): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name, labels: { 'kubevirt.io/schedulable': 'true' } },
  status: { conditions: [{ type: 'Ready', status: 'True' }] },
});

/** Runs a test against a cluster of its own. */
export const withCluster = async (
  options: ClusterOptions,
  run: (cluster: Cluster) => Promise<void>,
): Promise<void> => {
  const cluster = await startCluster({ controllerDelayMs: 5, ...options });
  try {
    await run(cluster);
  } finally {
    await cluster.close();
  }
};

/** Waits until a reading is as wanted, for two seconds at most, and answers the last reading. */
export const eventually = async <T>(
  read: () => Promise<T>,
  wanted: (value: T) => boolean,
): Promise<T> => {
  let value = await read();
  for (let tries = 0; tries < 200 && !wanted(value); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    value = await read();
  }
  return value;
};
