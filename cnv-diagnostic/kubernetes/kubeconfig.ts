import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import { flagAt, isRecord, listAt, recordAt, textAt } from '@cnv-ai/engine/kubernetes';
import { clusterAt, SetupError, type Cluster, type KubeTarget } from './cluster';
import { identityOf } from './credentials';
import { pemAt } from './pem';

/** A named entry and the folder its relative paths start from. */
type Entry = { readonly value: Readonly<Record<string, unknown>>; readonly folder: string };
type Config = {
  readonly current: string | undefined;
  readonly clusters: ReadonlyMap<string, Entry>;
  readonly users: ReadonlyMap<string, Entry>;
  readonly contexts: ReadonlyMap<string, Entry>;
};

const load = (file: string, mayMiss: boolean): unknown => {
  if (mayMiss && !existsSync(file)) return {};
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new SetupError(`Cannot read the kubeconfig ${file}; check the path and its permissions.`);
  }
  try {
    const document: unknown = parse(text);
    if (document === null || isRecord(document)) return document ?? {};
  } catch {
    // Told below: the parser's own words quote the file, which holds credentials.
  }
  throw new SetupError(`The kubeconfig ${file} is not valid YAML; mend it or give another one.`);
};

const entries = (document: unknown, list: string, key: string, folder: string): [string, Entry][] =>
  listAt(document, list).flatMap((item): [string, Entry][] => {
    const name = textAt(item, 'name');
    return name === undefined ? [] : [[name, { value: recordAt(item, key), folder }]];
  });

/** Merges files as kubectl does: the first to name an entry or a current context wins. */
const merge = (files: readonly string[], mayMiss: boolean): Config => {
  const documents = files.map((file) => ({
    document: load(file, mayMiss),
    folder: dirname(resolve(file)),
  }));
  const collect = (list: string, key: string): ReadonlyMap<string, Entry> =>
    new Map(
      documents.flatMap(({ document, folder }) => entries(document, list, key, folder)).reverse(),
    );
  return {
    current: documents
      .map(({ document }) => textAt(document, 'current-context'))
      .find((name) => name !== undefined && name !== ''),
    clusters: collect('clusters', 'cluster'),
    users: collect('users', 'user'),
    contexts: collect('contexts', 'context'),
  };
};

const clusterOf = (entry: Entry, name: string): Cluster => {
  const server = textAt(entry.value, 'server');
  if (server === undefined || server === '') {
    throw new SetupError(`The kubeconfig's cluster "${name}" has no server; add one.`);
  }
  if (textAt(entry.value, 'proxy-url')) {
    throw new SetupError(
      `The kubeconfig's cluster "${name}" uses proxy-url, which is not supported; reach the API server directly.`,
    );
  }
  const ca = pemAt(entry, 'certificate-authority');
  const serverName = textAt(entry.value, 'tls-server-name');
  return {
    ...clusterAt(server),
    ...(ca === undefined ? {} : { ca }),
    ...(flagAt(entry.value, 'insecure-skip-tls-verify') === true ? { insecure: true } : {}),
    ...(serverName ? { serverName } : {}),
  };
};

/** The API server and identity a kubeconfig's context names. Throws `SetupError`. */
export const targetOfKubeconfig = (
  files: readonly string[],
  context?: string,
  mayMiss = false,
): KubeTarget => {
  const config = merge(files, mayMiss);
  const chosen = context ?? config.current;
  const where = files.join(', ');
  if (chosen === undefined) {
    throw new SetupError(
      `The kubeconfig ${where} has no current context; name one with --context.`,
    );
  }
  const entry = config.contexts.get(chosen);
  const clusterName = textAt(entry?.value, 'cluster') ?? '';
  const cluster = config.clusters.get(clusterName);
  if (entry === undefined || cluster === undefined) {
    throw new SetupError(
      `The kubeconfig ${where} has no context "${chosen}" with a cluster; list them with "oc config get-contexts".`,
    );
  }
  const userName = textAt(entry.value, 'user') ?? '';
  const user = config.users.get(userName) ?? { value: {}, folder: '.' };
  const namespace = textAt(entry.value, 'namespace');
  return {
    cluster: clusterOf(cluster, clusterName),
    identity: identityOf(user, userName),
    ...(namespace ? { namespace } : {}),
  };
};
