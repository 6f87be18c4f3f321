import { diagnose, type Fix, type FixAction } from '@cnv-ai/engine/diagnosis';
import {
  listAt,
  objectReader,
  pathOf,
  resourceOf,
  textAt,
  type KubeObject,
} from '@cnv-ai/engine/kubernetes';
import { fleet, SERVED, startCluster, type Cluster } from '../cluster';
import { servedPlural } from '../cluster/resources';
import { loadScenarios } from './load';

const NOW = Date.now();
const scenarios = loadScenarios(NOW, __dirname).filter(({ alone }) => !alone);

const TYPES = { merge: 'application/merge-patch+json', json: 'application/json-patch+json' };

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster({
    objects: [...fleet(NOW), ...scenarios.flatMap(({ objects }) => objects)],
    now: () => NOW,
    controllerDelayMs: 5,
  });
});
afterAll(() => cluster.close());

type Patch = Extract<FixAction, { verb: 'patch' }>;

const isPatch = (fix: Fix): fix is Fix & { action: Patch } => fix.action?.verb === 'patch';

const send = async (
  { target, patchType }: Patch,
  body: unknown,
  query = '',
): Promise<{ status: number; text: string }> => {
  const resource = resourceOf(target.apiVersion, target.kind);
  if (resource === undefined) throw new Error(`No kind ${target.kind}.`);
  const response = await fetch(
    `${cluster.url}${pathOf(resource, target.namespace, target.name)}${query}`,
    {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${cluster.users[0]?.token ?? ''}`,
        'content-type': TYPES[patchType],
      },
      body: JSON.stringify(body),
    },
  );
  return { status: response.status, text: await response.text() };
};

const causes = async (request: (typeof scenarios)[number]['request']) => {
  // What is in other projects does not matter, and is most of what the cluster holds.
  const world = SERVED.flatMap((resource) =>
    cluster.store.list(resource, resource.namespaced ? request.namespace : undefined),
  );
  return (await diagnose(objectReader(world), request, NOW, { brief: true })).rootCauses;
};

/** Every patch that a diagnosis of a scenario offers, with the cause it is for. */
const offered = async () =>
  (
    await Promise.all(
      scenarios.map(async ({ id, request }) =>
        (await causes(request)).flatMap((cause) =>
          cause.fixes.filter(isPatch).map((fix) => ({ id, request, cause: cause.id, fix })),
        ),
      ),
    )
  ).flat();

/** What a storage backend does after the patch; there is none here. */
const LEFT_TO_STORAGE = new Set(['expand-claim']);

/** Whether a cause is still found after the controllers had their time. */
const remains = async (request: (typeof scenarios)[number]['request'], cause: string) => {
  for (let tries = 0; tries < 40; tries += 1) {
    if (!(await causes(request)).some(({ id }) => id === cause)) return false;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return true;
};

/** A changed template takes effect when the instance is made again. */
const restart = ({ namespace, vmName }: (typeof scenarios)[number]['request']) =>
  fetch(
    `${cluster.url}/apis/subresources.kubevirt.io/v1/namespaces/${namespace}/virtualmachines/${vmName}/restart`,
    { method: 'PUT', headers: { authorization: `Bearer ${cluster.users[0]?.token ?? ''}` } },
  );

const MACHINES = servedPlural('virtualmachines');

const TEMPLATE = ['spec', 'template', 'spec'];

/** What a template may name that a start waits for. */
const LENT = [
  {
    resource: servedPlural('network-attachment-definitions'),
    object: { apiVersion: 'k8s.cni.cncf.io/v1', kind: 'NetworkAttachmentDefinition' },
    names: (machine: KubeObject | undefined) =>
      listAt(machine, ...TEMPLATE, 'networks').map((one) => textAt(one, 'multus', 'networkName')),
  },
  {
    resource: servedPlural('secrets'),
    object: { apiVersion: 'v1', kind: 'Secret' },
    names: (machine: KubeObject | undefined) =>
      listAt(machine, ...TEMPLATE, 'volumes').map((one) =>
        textAt(one, 'cloudInitNoCloud', 'secretRef', 'name'),
      ),
  },
];

/** A machine with a second cause comes up again only without it: what it lacks is lent to it. */
const lend = ({ namespace, vmName }: (typeof scenarios)[number]['request']) => {
  const { store } = cluster;
  const machine = store.get(MACHINES, namespace, vmName);
  const lacking = LENT.flatMap(({ resource, object, names }) =>
    names(machine)
      .filter((name) => name !== undefined)
      .filter((name) => store.get(resource, namespace, name) === undefined)
      .map((name) => ({ resource, name, object })),
  );
  for (const { name, object } of lacking) {
    store.create({ ...object, metadata: { namespace, name } });
  }
  return () => {
    for (const { resource, name } of lacking) store.remove(resource, namespace, name);
  };
};

/** One offered patch, tried, made and taken back. */
const attempt = async ({
  id,
  request,
  cause,
  fix,
}: Awaited<ReturnType<typeof offered>>[number]) => {
  const { action } = fix;
  const dryRun = await send(action, action.patch, '?dryRun=All');
  const made = await send(action, action.patch);
  const restarts = fix.command?.includes('virtctl restart') === true;
  const takeBack = restarts ? lend(request) : undefined;
  if (restarts) await restart(request);
  const left = !LEFT_TO_STORAGE.has(fix.id) && (await remains(request, cause));
  takeBack?.();
  const undone = action.undo === undefined ? undefined : await send(action, action.undo);
  return {
    fix: `${id}: ${fix.id}`,
    statuses: [dryRun.status, made.status, undone?.status ?? 200],
    left,
  };
};

describe('a fix with an action', () => {
  it('is accepted by a dry run, removes its cause, and can be undone', async () => {
    const outcomes = [];
    for (const one of await offered()) outcomes.push(await attempt(one));
    expect(outcomes.length).toBeGreaterThanOrEqual(5);
    expect(
      outcomes.filter(({ statuses, left }) => left || statuses.some((one) => one !== 200)),
    ).toEqual([]);
  }, 240_000);
});
