import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { SetupError, type KubeTarget } from './cluster';
import { fileIdentity } from './credentials';
import { targetOfKubeconfig } from './kubeconfig';

const SERVICE_ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';

/** True inside a pod: the kubelet sets the API server's address. */
export const inCluster = (env: NodeJS.ProcessEnv): boolean =>
  Boolean(env.KUBERNETES_SERVICE_HOST && env.KUBERNETES_SERVICE_PORT);

/** The API server of the pod this runs in, and its service account. */
const podTarget = (env: NodeJS.ProcessEnv, folder: string): KubeTarget => {
  const host = env.KUBERNETES_SERVICE_HOST ?? '';
  const address = host.includes(':') ? `[${host}]` : host;
  const ca = join(folder, 'ca.crt');
  return {
    cluster: {
      server: `https://${address}:${env.KUBERNETES_SERVICE_PORT ?? '443'}`,
      ...(existsSync(ca) ? { ca: readFileSync(ca, 'utf8') } : {}),
    },
    identity: fileIdentity('service account', join(folder, 'token')),
  };
};

export type TargetOptions = {
  readonly kubeconfig?: string;
  readonly context?: string;
  readonly env: NodeJS.ProcessEnv;
  /** Where the kubelet mounts the service account; another folder in tests. */
  readonly serviceAccount?: string;
};

/** `--kubeconfig`, else KUBECONFIG (a path list), else the pod's, else ~/.kube/config. */
export const findTarget = ({
  kubeconfig,
  context,
  env,
  serviceAccount,
}: TargetOptions): KubeTarget => {
  if (kubeconfig !== undefined) return targetOfKubeconfig([kubeconfig], context);
  const listed = (env.KUBECONFIG ?? '').split(delimiter).filter((file) => file !== '');
  if (listed.length > 0) return targetOfKubeconfig(listed, context, listed.length > 1);
  if (inCluster(env)) return podTarget(env, serviceAccount ?? SERVICE_ACCOUNT);
  const usual = join(env.HOME ?? '', '.kube', 'config');
  if (existsSync(usual)) return targetOfKubeconfig([usual], context);
  throw new SetupError('No cluster is named; give --kubeconfig FILE or set KUBECONFIG.');
};
