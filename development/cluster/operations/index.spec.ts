import { listAt, recordAt, textAt, type KubeObject } from '@cnv-ai/engine/kubernetes';
import type { Cluster } from '../index';
import { as, eventually, machine, namesIn, readyNode, withCluster, type Reply } from '../testing';

const ROOT = '/apis/kubevirt.io/v1/namespaces/prod-web';
const OPERATIONS = '/apis/subresources.kubevirt.io/v1/namespaces/prod-web';
const PODS = '/api/v1/namespaces/prod-web/pods';

const withSpec = (object: KubeObject, spec: KubeObject): KubeObject => ({
  ...object,
  spec: { ...recordAt(object, 'spec'), ...spec },
});

const instance = (name: string, status: KubeObject = {}): KubeObject => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachineInstance',
  metadata: { name, namespace: 'prod-web' },
  spec: { terminationGracePeriodSeconds: 180 },
  status: { phase: 'Running', nodeName: 'n1', ...status },
});

const blocked = {
  type: 'LiveMigratable',
  status: 'False',
  reason: 'DisksNotLiveMigratable',
  message: 'not shared',
};

const objects = [
  readyNode('n1'),
  readyNode('n2'),
  machine('stopped'),
  withSpec(machine('always'), { runStrategy: 'Always' }),
  instance('always'),
  withSpec(machine('manual'), { runStrategy: 'Manual' }),
  instance('manual', { conditions: [blocked] }),
  withSpec(machine('idle'), { runStrategy: 'Manual' }),
  withSpec(machine('missing-disk'), {
    template: {
      spec: { volumes: [{ name: 'root', persistentVolumeClaim: { claimName: 'gone' } }] },
    },
  }),
];

const put = (cluster: Cluster, path: string, json?: unknown, user = 'admin'): Promise<Reply> =>
  as(cluster, user)(`${OPERATIONS}/${path}`, { method: 'PUT', json });

const statusIs = (cluster: Cluster, name: string, wanted: string): Promise<string | undefined> =>
  eventually(
    async () =>
      textAt(
        (await as(cluster, 'admin')(`${ROOT}/virtualmachines/${name}`)).body,
        'status',
        'printableStatus',
      ),
    (status) => status === wanted,
  );

describe('operations on machines', () => {
  it.each<[string, unknown, number, string]>([
    [
      'virtualmachines/always/start',
      undefined,
      409,
      'Operation cannot be fulfilled on virtualmachine.kubevirt.io "always": VM is already running',
    ],
    ['virtualmachines/none/start', undefined, 404, 'virtualmachine.kubevirt.io "none" not found'],
    ['virtualmachines/stopped/stop', undefined, 409, 'VM is not running'],
    ['virtualmachines/idle/stop', undefined, 409, 'VM is not running'],
    [
      'virtualmachines/stopped/restart',
      undefined,
      409,
      'RunStategy Halted does not support manual restart requests',
    ],
    ['virtualmachines/idle/restart', undefined, 409, 'VM is not running: Halted'],
    [
      'virtualmachines/always/restart',
      { gracePeriodSeconds: 5 },
      400,
      'only gracePeriod=0 is supported',
    ],
    [
      'virtualmachines/stopped/migrate',
      undefined,
      404,
      'virtualmachineinstance.kubevirt.io "stopped" not found',
    ],
    [
      'virtualmachines/manual/migrate',
      undefined,
      500,
      'Cannot migrate VMI, Reason: DisksNotLiveMigratable, Message: not shared',
    ],
    ['virtualmachineinstances/stopped/pause', undefined, 404, 'not found'],
    ['virtualmachineinstances/always/unpause', undefined, 409, 'VMI is not paused'],
  ])('refuses %s %j', (path, body, code, message) =>
    withCluster({ objects }, async (cluster) => {
      const reply = await put(cluster, path, body);
      expect(reply.code).toBe(code);
      expect(textAt(reply.body, 'message')).toContain(message);
    }),
  );

  it.each([
    ['virtualmachines/stopped/start', 202],
    ['virtualmachines/idle/start', 202],
    ['virtualmachines/always/stop', 202],
    ['virtualmachines/always/restart', 202],
    ['virtualmachines/always/migrate', 202],
    ['virtualmachineinstances/always/pause', 200],
  ])('stores nothing of a dry %s', (path, code) =>
    withCluster({ objects }, async (cluster) => {
      const version = cluster.store.version();
      expect((await put(cluster, path, { dryRun: ['All'] })).code).toBe(code);
      expect(cluster.store.version()).toBe(version);
    }),
  );

  it('leaves the events of a stop and of a start behind', () =>
    withCluster({ objects }, async (cluster) => {
      await put(cluster, 'virtualmachines/always/restart');
      const told = await eventually(
        async () => {
          const { body } = await as(cluster, 'admin')('/api/v1/namespaces/prod-web/events');
          return listAt(body, 'items').map((event) => textAt(event, 'reason') ?? '');
        },
        (reasons) => reasons.includes('Started'),
      );
      expect([...told].sort()).toEqual([
        'ShuttingDown',
        'Started',
        'SuccessfulCreate',
        'SuccessfulCreate',
        'SuccessfulDelete',
      ]);
    }));

  it('is for those who may update the subresource', () =>
    withCluster({ objects }, async (cluster) => {
      const path = 'virtualmachines/stopped/start';
      expect((await put(cluster, path, undefined, 'viewer')).body).toMatchObject({
        message:
          'virtualmachines.subresources.kubevirt.io "stopped" is forbidden: User "viewer" cannot update resource "virtualmachines/start" in API group "subresources.kubevirt.io" in the namespace "prod-web"',
      });
      expect((await put(cluster, path, undefined, 'web-team')).code).toBe(202);
    }));

  it('starts a machine: Always, then an instance with a launcher pod of its own', () =>
    withCluster({ objects }, async (cluster) => {
      const send = as(cluster, 'admin');
      await put(cluster, 'virtualmachines/stopped/start');
      expect(await statusIs(cluster, 'stopped', 'Running')).toBe('Running');
      const found = (await send(`${ROOT}/virtualmachineinstances/stopped`)).body;
      expect(found).toMatchObject({ status: { phase: 'Running', nodeName: 'n1' } });
      const uid = textAt(found, 'metadata', 'uid') ?? '';
      const pods = await send(`${PODS}?labelSelector=kubevirt.io%2Fcreated-by%3D${uid}`);
      expect(namesIn(pods)).toEqual([expect.stringMatching(/^virt-launcher-stopped-/)]);
      expect((await send(`${ROOT}/virtualmachines/stopped`)).body).toMatchObject({
        spec: { runStrategy: 'Always' },
      });
    }));

  it('starts, restarts and stops a Manual machine and keeps its run strategy', () =>
    withCluster({ objects }, async (cluster) => {
      const read = async () =>
        (await as(cluster, 'admin')(`${ROOT}/virtualmachineinstances/idle`)).body;
      await put(cluster, 'virtualmachines/idle/start');
      expect(await statusIs(cluster, 'idle', 'Running')).toBe('Running');
      const first = textAt(await read(), 'metadata', 'uid');
      await put(cluster, 'virtualmachines/idle/restart');
      const second = await eventually(
        async () => textAt(await read(), 'metadata', 'uid'),
        (uid) => uid !== undefined && uid !== first,
      );
      expect(second).not.toBe(first);
      expect(await statusIs(cluster, 'idle', 'Running')).toBe('Running');
      await put(cluster, 'virtualmachines/idle/stop');
      expect(await statusIs(cluster, 'idle', 'Stopped')).toBe('Stopped');
      const after = (await as(cluster, 'admin')(`${ROOT}/virtualmachines/idle`)).body;
      expect(textAt(after, 'spec', 'runStrategy')).toBe('Manual');
      expect(listAt(after, 'status', 'stateChangeRequests')).toEqual([]);
    }));

  it('pauses and unpauses, in the instance and in its machine', () =>
    withCluster({ objects }, async (cluster) => {
      const read = async () => (await as(cluster, 'admin')(`${ROOT}/virtualmachines/always`)).body;
      await put(cluster, 'virtualmachineinstances/always/pause');
      expect(await read()).toMatchObject({
        status: {
          printableStatus: 'Paused',
          conditions: [{ type: 'Paused', status: 'True', reason: 'PausedByUser' }],
        },
      });
      expect((await put(cluster, 'virtualmachineinstances/always/pause')).code).toBe(409);
      await put(cluster, 'virtualmachineinstances/always/unpause');
      expect(await read()).toMatchObject({
        status: { printableStatus: 'Running', conditions: [] },
      });
    }));

  it('migrates a machine to another node', () =>
    withCluster({ objects }, async (cluster) => {
      const send = as(cluster, 'admin');
      await put(cluster, 'virtualmachines/stopped/start');
      await statusIs(cluster, 'stopped', 'Running');
      expect((await put(cluster, 'virtualmachines/stopped/migrate')).code).toBe(202);
      const node = await eventually(
        async () =>
          textAt(
            (await send(`${ROOT}/virtualmachineinstances/stopped`)).body,
            'status',
            'nodeName',
          ),
        (name) => name === 'n2',
      );
      expect(node).toBe('n2');
      const [migration] = listAt(
        (await send(`${ROOT}/virtualmachineinstancemigrations`)).body,
        'items',
      );
      expect(migration).toMatchObject({
        spec: { vmiName: 'stopped' },
        status: { phase: 'Succeeded' },
      });
    }));

  it('does not bring up what lacks a disk, until the disk is there', () =>
    withCluster({ objects }, async (cluster) => {
      const send = as(cluster, 'admin');
      await put(cluster, 'virtualmachines/missing-disk/start');
      await new Promise((resolve) => setTimeout(resolve, 60));
      expect((await send(`${ROOT}/virtualmachineinstances/missing-disk`)).code).toBe(404);
      await send(`${ROOT}/virtualmachines/missing-disk`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/merge-patch+json' },
        json: { spec: { template: { spec: { volumes: [] } } } },
      });
      expect(await statusIs(cluster, 'missing-disk', 'Running')).toBe('Running');
    }));

  it('keeps a machine broken that was so from the start, until its spec is changed', () => {
    const status = { printableStatus: 'CrashLoopBackOff' };
    const crashing = withSpec(machine('crashing', {}, status), { runStrategy: 'Always' });
    return withCluster({ objects: [readyNode('n1'), crashing] }, async (cluster) => {
      const send = as(cluster, 'admin');
      const path = `${ROOT}/virtualmachines/crashing`;
      const headers = { 'content-type': 'application/merge-patch+json' };
      const change = (spec: unknown) => send(path, { method: 'PATCH', headers, json: { spec } });
      await change({ runStrategy: 'RerunOnFailure' });
      await new Promise((resolve) => setTimeout(resolve, 60));
      expect((await send(path)).body).toMatchObject({ status });
      await change({ template: { spec: { domain: { memory: { guest: '2Gi' } } } } });
      expect(await statusIs(cluster, 'crashing', 'Running')).toBe('Running');
    });
  });

  it('deletes a machine with its instance', () =>
    withCluster(
      {
        objects: objects.map((object) =>
          object.kind === 'VirtualMachine'
            ? {
                ...object,
                metadata: {
                  ...recordAt(object, 'metadata'),
                  finalizers: ['kubevirt.io/virtualMachineControllerFinalize'],
                },
              }
            : object,
        ),
      },
      async (cluster) => {
        const send = as(cluster, 'admin');
        const held = await send(`${ROOT}/virtualmachines/always`, { method: 'DELETE' });
        expect(textAt(held.body, 'metadata', 'deletionTimestamp')).toBeDefined();
        const gone = await eventually(
          () => send(`${ROOT}/virtualmachineinstances/always`),
          ({ code }) => code === 404,
        );
        expect(gone.code).toBe(404);
        expect((await send(`${ROOT}/virtualmachines/always`)).code).toBe(404);
      },
    ));
});
