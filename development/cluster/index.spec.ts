import { uidOf } from '@cnv-ai/engine/kubernetes';
import { parse } from 'yaml';
import { startCluster } from './index';
import { as, machine, namesIn, pod, withCluster } from './testing';

describe('startCluster', () => {
  it('gives each user a kubeconfig with the plain URL and their token', () =>
    withCluster({ objects: [] }, async (cluster) => {
      expect(parse(cluster.kubeconfig('viewer'))).toMatchObject({
        'current-context': 'development',
        clusters: [{ cluster: { server: cluster.url } }],
        users: [{ name: 'viewer', user: { token: 'development-viewer' } }],
      });
      expect(() => cluster.kubeconfig('nobody')).toThrow('has no user "nobody"');
      expect(cluster.users.map(({ name }) => name)).toEqual(['admin', 'web-team', 'viewer']);
      await Promise.resolve();
    }));

  it('rejects when the port is taken', () =>
    withCluster({ objects: [] }, async ({ port }) => {
      await expect(startCluster({ port, objects: [] })).rejects.toThrow('EADDRINUSE');
    }));

  it('names the object whose kind it does not serve', async () => {
    const odd = { apiVersion: 'example.com/v1', kind: 'Odd', metadata: { name: 'o' } };
    await expect(startCluster({ objects: [odd] })).rejects.toThrow(
      'The cluster serves no kind "Odd" of "example.com/v1" (o).',
    );
  });

  it('makes the namespaces of its objects and finds owners by name', () => {
    const owner = { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', name: 'a' };
    const metadata = { name: 'p', namespace: 'prod-web', ownerReferences: [owner] };
    return withCluster(
      { objects: [{ ...pod('p', 'n'), metadata }, machine('a')] },
      async (cluster) => {
        const send = as(cluster, 'admin');
        expect(namesIn(await send('/api/v1/namespaces'))).toContain('prod-web');
        const vm = (await send('/apis/kubevirt.io/v1/namespaces/prod-web/virtualmachines/a')).body;
        expect((await send('/api/v1/namespaces/prod-web/pods/p')).body).toMatchObject({
          metadata: { ownerReferences: [{ uid: uidOf(vm) }] },
        });
      },
    );
  });

  it('answers after its latency', () =>
    withCluster({ objects: [], latencyMs: 30 }, async (cluster) => {
      const begun = performance.now();
      await as(cluster, 'admin')('/version');
      expect(performance.now() - begun).toBeGreaterThanOrEqual(29);
    }));

  it('ends its watches when it closes', async () => {
    const cluster = await startCluster({ objects: [machine('a')] });
    const watch = as(
      cluster,
      'admin',
    )('/apis/kubevirt.io/v1/virtualmachines?watch=true').catch(() => 'ended');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await cluster.close();
    expect(await watch).toBe('ended');
  });
});
