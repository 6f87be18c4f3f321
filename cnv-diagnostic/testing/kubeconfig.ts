import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Cleanup } from './serving';

/** A folder of its own for a test. */
export const temporaryFolder = (done: Cleanup): string => {
  const folder = mkdtempSync(join(tmpdir(), 'cnv-diagnostic-'));
  done.add(() => rmSync(folder, { recursive: true }));
  return folder;
};

export const kubeconfigOf = (server: string, user: object, cluster: object = {}): object => ({
  apiVersion: 'v1',
  kind: 'Config',
  'current-context': 'here',
  contexts: [{ name: 'here', context: { cluster: 'lab', user: 'tester', namespace: 'shop' } }],
  clusters: [{ name: 'lab', cluster: { server, ...cluster } }],
  users: [{ name: 'tester', user }],
});

/** Writes a kubeconfig with one context and answers its path. */
export const writeKubeconfig = (
  done: Cleanup,
  server: string,
  user: object,
  cluster: object = {},
): string => {
  const file = join(temporaryFolder(done), 'config');
  writeFileSync(file, stringify(kubeconfigOf(server, user, cluster)));
  return file;
};
