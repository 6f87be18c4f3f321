import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const MODULE = import.meta.dirname;
const FOLDER = join(MODULE, '../../.cache/bin');

const PACKAGES = {
  etcd: 'go.etcd.io/etcd/server/v3',
  'kube-apiserver': 'k8s.io/kubernetes/cmd/kube-apiserver',
} as const;

export type ControlPrograms = Readonly<Record<keyof typeof PACKAGES, string>>;

const build = (name: keyof typeof PACKAGES): string => {
  const program = join(FOLDER, name);
  if (existsSync(program)) return program;
  process.stdout.write(`building ${PACKAGES[name]} from its Go module, once\n`);
  const options = ['-p', '2', '-trimpath', '-ldflags', '-s -w', '-o', program];
  const { status } = spawnSync('go', ['build', ...options, PACKAGES[name]], {
    cwd: MODULE,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) {
    throw new Error(`${name} could not be built; see above, or give a cluster with KUBECONFIG.`);
  }
  return program;
};

/** The programs of a control plane, built by Go from the versions in this folder's go.mod. */
export const controlPrograms = (): ControlPrograms => ({
  etcd: build('etcd'),
  'kube-apiserver': build('kube-apiserver'),
});
