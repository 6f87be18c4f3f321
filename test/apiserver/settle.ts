import { randomBytes } from 'node:crypto';
import {
  listAt,
  nameOf,
  pathOf,
  RESOURCES,
  textAt,
  type KubeObject,
} from '@cnv-ai/engine/kubernetes';
import { until } from '../../cnv-diagnostic/testing/poll';
import { definitions } from '../../development/cluster/definitions';
import { servedKind, servedPlural } from '../../development/cluster/resources';
import { yamlOf } from '../chart/chart';
import type { Send } from './requests';

/** Who asks in these tests: ServiceAccounts of the first project. */
export const PEOPLE = ['admin', 'team', 'viewer', 'sidecar'] as const;
export type Person = (typeof PEOPLE)[number];

/** What is there once a cluster is settled. */
export type Settled = {
  /** Three projects; the team's are the first two. */
  readonly projects: readonly [string, string, string];
  readonly tokens: Readonly<Record<Person, string>>;
  readonly nameOf: (person: Person) => string;
  /** Takes away what was put there. */
  readonly leave: () => Promise<void>;
};

const RBAC = 'rbac.authorization.k8s.io';
const DEFINITIONS = servedPlural('customresourcedefinitions');

const collectionOf = (object: KubeObject): string => {
  const resource = servedKind(textAt(object, 'apiVersion') ?? '', textAt(object, 'kind') ?? '');
  if (resource === undefined) throw new Error(`No kind is known of ${nameOf(object)}.`);
  return pathOf(resource, textAt(object, 'metadata', 'namespace'));
};

/** Creates objects and remembers them, to take them away again. */
const creator = (admin: Send) => {
  const made: string[] = [];
  return {
    create: async (object: KubeObject): Promise<void> => {
      const path = collectionOf(object);
      const { code, text } = await admin(path, { method: 'POST', json: object });
      if (code !== 201) throw new Error(`${path} refused ${nameOf(object)}: ${text}`);
      made.push(`${path}/${nameOf(object)}`);
    },
    leave: async (): Promise<void> => {
      for (const path of made.splice(0).reverse()) await admin(path, { method: 'DELETE' });
    },
  };
};

type Create = ReturnType<typeof creator>['create'];

const isEstablished = (definition: unknown): boolean =>
  listAt(definition, 'status', 'conditions').some(
    (condition) =>
      textAt(condition, 'type') === 'Established' && textAt(condition, 'status') === 'True',
  );

/** Defines a kind that is not served yet, and waits until it is. */
export const define = async (
  admin: Send,
  definition: KubeObject,
  create: Create = creator(admin).create,
): Promise<void> => {
  const path = pathOf(DEFINITIONS, undefined, nameOf(definition));
  if ((await admin(path)).code !== 200) await create(definition);
  await until(async () => isEstablished((await admin(path)).body), 20_000);
};

/** Defines the custom kinds of this product. */
export const defineKinds = async (admin: Send, create?: Create): Promise<void> => {
  for (const definition of definitions(new Date().toISOString())) {
    await define(admin, definition, create);
  }
};

/** A stopped machine: no controller of a real cluster starts anything for it. */
const machine = (namespace: string, name: string, app: string): KubeObject => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { namespace, name, labels: { app } },
  spec: {
    runStrategy: 'Halted',
    template: {
      spec: { domain: { devices: {}, resources: { requests: { memory: '64Mi' } } }, volumes: [] },
    },
  },
});

const contentOf = ([first, second, third]: Settled['projects']): KubeObject[] => [
  ...['five', 'four', 'one'].map((name) => machine(first, name, 'web')),
  ...['three', 'two'].map((name) => machine(first, name, 'db')),
  machine(second, 'seven', 'db'),
  machine(second, 'six', 'web'),
  machine(third, 'eight', 'web'),
  {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'key', namespace: first },
    stringData: { password: 'made-up-canary' },
  },
];

const rulesOf = (file: string): readonly unknown[] => listAt({ rules: yamlOf(file) }, 'rules');

/** The chart's own roles, and one that reads machines and nothing else. */
const ROLES: Readonly<Record<string, () => readonly unknown[]>> = {
  reader: () => rulesOf('files/reader-rules.yaml'),
  cache: () => rulesOf('files/cache-rules.yaml'),
  machines: () => [
    {
      apiGroups: ['kubevirt.io'],
      resources: ['virtualmachines', 'virtualmachineinstances'],
      verbs: ['get', 'list', 'watch'],
    },
  ],
};

const giveRights = async (create: Create, suffix: string, projects: Settled['projects']) => {
  const roleName = (name: string): string => `cnv-ai-test-${name}-${suffix}`;
  const bind = (person: Person, role: string, namespace?: string): Promise<void> =>
    create({
      apiVersion: `${RBAC}/v1`,
      kind: namespace === undefined ? 'ClusterRoleBinding' : 'RoleBinding',
      metadata: { name: `${roleName(person)}-binding`, namespace },
      subjects: [{ kind: 'ServiceAccount', name: person, namespace: projects[0] }],
      roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: role },
    });
  for (const [name, rules] of Object.entries(ROLES)) {
    const metadata = { name: roleName(name) };
    await create({ apiVersion: `${RBAC}/v1`, kind: 'ClusterRole', metadata, rules: rules() });
  }
  await bind('admin', 'cluster-admin');
  await bind('sidecar', roleName('cache'));
  for (const name of projects.slice(0, 2)) await bind('team', roleName('reader'), name);
  for (const name of projects) await bind('viewer', roleName('machines'), name);
};

const tokenFor = async (admin: Send, namespace: string, person: Person): Promise<string> => {
  const { body } = await admin(`${pathOf(RESOURCES.serviceAccounts, namespace, person)}/token`, {
    method: 'POST',
    json: { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: {} },
  });
  return textAt(body, 'status', 'token') ?? '';
};

/** Kinds, three projects, eight machines, and four people with the rights the chart gives. */
export const settle = async (admin: Send): Promise<Settled> => {
  const { create, leave } = creator(admin);
  const suffix = randomBytes(3).toString('hex');
  const projectOf = (letter: string): string => `cnv-ai-test-${letter}-${suffix}`;
  const projects = [projectOf('a'), projectOf('b'), projectOf('c')] as const;
  const [home] = projects;
  await defineKinds(admin, create);
  for (const name of projects) {
    await create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  }
  for (const name of PEOPLE) {
    await create({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace: home } });
  }
  await giveRights(create, suffix, projects);
  for (const object of contentOf(projects)) await create(object);
  const token = (person: Person): Promise<string> => tokenFor(admin, home, person);
  return {
    projects,
    tokens: {
      admin: await token('admin'),
      team: await token('team'),
      viewer: await token('viewer'),
      sidecar: await token('sidecar'),
    },
    nameOf: (person) => `system:serviceaccount:${home}:${person}`,
    leave,
  };
};
