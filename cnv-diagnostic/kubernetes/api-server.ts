import type { DryRun } from '@cnv-ai/engine/diagnosis';
import type { Reader } from '@cnv-ai/engine/kubernetes';
import { apiClient, type ApiClient, type ApiClientOptions } from './api-client';
import type { Budget } from './budget';
import type { Cluster, KubeTarget } from './cluster';
import { connectTo, type Connection } from './connection';
import { dryRunOf } from './dry-run';
import { httpReader } from './http-reader';

/** A reader, patches tried as the same identity, and how many requests both have made. */
export type CountedReader = {
  readonly reader: Reader;
  readonly dryRun: DryRun;
  reads: () => number;
};

const counted = (api: ApiClient): CountedReader => ({
  reader: httpReader(api),
  dryRun: dryRunOf(api),
  reads: api.reads,
});

/** Who is told when the token is refused, and of each request. */
export type Watchers = Pick<ApiClientOptions, 'onRefused' | 'onRead'>;

/** The API server as callers reach it: with the token they bring and nothing of ours. */
export type ApiServer = {
  readonly client: (token: string, budget: Budget, watchers?: Watchers) => ApiClient;
  readonly reader: (token: string, budget: Budget, watchers?: Watchers) => CountedReader;
  readonly close: () => Promise<void>;
};

export const apiServer = (cluster: Cluster): ApiServer => {
  const connection = connectTo(cluster);
  const client: ApiServer['client'] = (token, budget, watchers = {}) =>
    apiClient({ ...watchers, connection, budget, token });
  return {
    client,
    reader: (token, budget, watchers) => counted(client(token, budget, watchers)),
    close: connection.close,
  };
};

/**
 * Requests with the kubeconfig's or the pod's own identity: reads for the command line and stdio;
 * in `serve` TokenReviews alone. Both reject when that identity cannot be used.
 */
export type OwnAccess = {
  readonly client: (budget: Budget) => Promise<ApiClient>;
  readonly reader: (budget: Budget) => Promise<CountedReader>;
  readonly close: () => Promise<void>;
};

export const ownAccess = ({ cluster, identity }: KubeTarget): OwnAccess => {
  let connection: Connection | undefined;
  const client: OwnAccess['client'] = async (budget) => {
    const { token, ...certificate } = await identity.resolve();
    connection ??= connectTo(cluster, certificate);
    return apiClient({ connection, budget, ...(token === undefined ? {} : { token }) });
  };
  return {
    client,
    reader: async (budget) => counted(await client(budget)),
    close: async () => connection?.close(),
  };
};
