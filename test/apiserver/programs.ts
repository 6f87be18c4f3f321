import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const MODULE = import.meta.dirname;
const FOLDER = join(MODULE, '../../.cache/bin');

const PACKAGES = {
  etcd: 'go.etcd.io/etcd/server/v3',
  'kube-apiserver': 'k8s.io/kubernetes/cmd/kube-apiserver',
  kubectl: 'k8s.io/kubernetes/cmd/kubectl',
} as const;

export type ControlPrograms = Readonly<Record<keyof typeof PACKAGES, string>>;

/** Of Kubernetes in go.mod. A module knows no version of its own, and Helm asks for it. */
const kubernetesVersion = (): string =>
  /k8s\.io\/kubernetes (v\S+)/.exec(readFileSync(join(MODULE, 'go.mod'), 'utf8'))?.[1] ?? '';

const build = (name: keyof typeof PACKAGES): string => {
  const version = kubernetesVersion();
  const program = join(FOLDER, `${name}-${version}`);
  if (existsSync(program)) return program;
  process.stdout.write(`building ${PACKAGES[name]} from its Go module, once\n`);
  const flags = `-s -w -X k8s.io/component-base/version.gitVersion=${version}`;
  const options = ['-p', '2', '-trimpath', '-ldflags', flags, '-o', program];
  const { status } = spawnSync('go', ['build', ...options, PACKAGES[name]], {
    cwd: MODULE,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) {
    throw new Error(`${name} could not be built; see above, or give a cluster with KUBECONFIG.`);
  }
  return program;
};

/** The programs of a control plane and its client, built by Go from the versions in go.mod here. */
export const controlPrograms = (): ControlPrograms => ({
  etcd: build('etcd'),
  'kube-apiserver': build('kube-apiserver'),
  kubectl: build('kubectl'),
});
