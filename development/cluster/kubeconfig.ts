import { stringify } from 'yaml';
import type { DevelopmentUser } from './users';

const authority = (ca: string | undefined): { 'certificate-authority-data'?: string } =>
  ca === undefined ? {} : { 'certificate-authority-data': Buffer.from(ca).toString('base64') };

/** A kubeconfig for one user of a cluster at `url`, as YAML; `ca` is the PEM of its certificate. */
export const kubeconfigFor = (
  url: string,
  user: Pick<DevelopmentUser, 'name' | 'token'>,
  ca?: string,
): string =>
  stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'development',
    clusters: [{ name: 'development', cluster: { server: url, ...authority(ca) } }],
    users: [{ name: user.name, user: { token: user.token } }],
    contexts: [
      {
        name: 'development',
        context: { cluster: 'development', user: user.name, namespace: 'default' },
      },
    ],
  });
