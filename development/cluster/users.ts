import { uidFrom } from './names';

/** Somebody who may log in. The token is for loopback only and proves nothing elsewhere. */
export type DevelopmentUser = {
  readonly name: string;
  readonly displayName: string;
  readonly token: string;
  readonly description: string;
  readonly groups: readonly string[];
  readonly uid: string;
};

const user = (
  name: string,
  displayName: string,
  token: string,
  description: string,
  groups: readonly string[],
): DevelopmentUser => ({
  name,
  displayName,
  token,
  description,
  groups,
  uid: uidFrom(`user/${name}`),
});

/** Namespaces of the team user: exactly these two. */
export const TEAM_NAMESPACES = ['prod-web', 'staging-web'] as const;

/** Namespaces where the viewer may read virtual machines, and nothing else. */
export const VIEWER_NAMESPACES = ['prod-web', 'prod-db', 'prod-batch'] as const;

export const USERS: readonly DevelopmentUser[] = [
  user('admin', 'Cluster administrator', 'development-admin', 'May do everything.', [
    'cluster-admins',
  ]),
  user(
    'web-team',
    'Web team',
    'development-web-team',
    `Administers ${TEAM_NAMESPACES.join(' and ')}; sees no other project.`,
    ['team-web'],
  ),
  user(
    'viewer',
    'Restricted viewer',
    'development-viewer',
    `Reads VirtualMachines in ${VIEWER_NAMESPACES.join(', ')}; no pods, events, nodes or secrets.`,
    ['auditors'],
  ),
];

export const SIDECAR_NAMESPACE = 'cnv-ai';
export const SIDECAR_ACCOUNT = 'cnv-diagnostic';

/** The service account of the sidecar: its watch cache and its token reviews. */
export const SIDECAR = user(
  `system:serviceaccount:${SIDECAR_NAMESPACE}:${SIDECAR_ACCOUNT}`,
  'cnv-diagnostic service account',
  'development-sidecar',
  'The sidecar: reads what it watches and reviews tokens and access.',
  [],
);
