import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, listAt, textAt } from '@cnv-ai/engine/kubernetes';
import { servedPlural, startCluster, USERS } from '../development/cluster';
import { startServer } from './serve';
import { temporaryFolder } from './testing/kubeconfig';
import { until } from './testing/poll';
import { cleanup, NOW, post, toolCall } from './testing/serving';
import { namespace, virtualMachine } from './testing/vms';

const done = cleanup();
afterEach(done.run);

const SLOW = 60_000;
const [admin] = USERS;
const served = servedPlural('virtualmachines');
const numbered = (index: number): string => `vm-${1000 + index}`;

/** Walks all pages of a question, with something done to the cluster behind each. */
const walk = async (
  page: (cursor: string | undefined) => Promise<unknown>,
  between: (step: number) => void,
): Promise<string[]> => {
  const found: string[] = [];
  let cursor: string | undefined;
  for (let step = 0; step < 100; step += 1) {
    const result = await page(cursor);
    found.push(...listAt(result, 'vms').map((vm) => textAt(vm, 'name') ?? ''));
    cursor = textAt(result, 'nextCursor');
    if (cursor === undefined) return found;
    between(step);
  }
  throw new Error('the pages have no end');
};

it.each<['watch' | 'none', string | undefined]>([
  ['watch', undefined],
  ['watch', '-created'],
  ['none', undefined],
])(
  'CACHE=%s, sorted by %s: pages miss no machine that stays and double none',
  async (cache, sort) => {
    const names = Array.from({ length: 60 }, (_, index) => numbered(2 * index));
    const objects = [namespace('shop'), ...names.map((name) => virtualMachine('shop', name))];
    const cluster = await startCluster({ objects, now: () => NOW, bookmarkMs: 20 });
    done.add(cluster.close);
    const kubeconfig = join(temporaryFolder(done), 'config');
    writeFileSync(kubeconfig, cluster.kubeconfig(cluster.sidecar.name));
    const server = await startServer({ port: 0, host: '127.0.0.1', kubeconfig, cache });
    done.add(() => server.close());
    await until(async () => (await fetch(`${server.url}/readyz`)).status === 200, SLOW);
    const gone = new Set<string>();
    const found = await walk(
      async (cursor) => {
        const call = toolCall('search_vms_semantic', {
          query: 'all VMs',
          limit: 7,
          ...(sort === undefined ? {} : { sort }),
          ...(cursor === undefined ? {} : { cursor }),
        });
        const answer = await post(server, call, { token: admin?.token ?? '' });
        return at(await answer.json(), 'result', 'structuredContent');
      },
      (step) => {
        cluster.store.create(virtualMachine('shop', numbered(6 * step + 1)));
        const victim = numbered(8 * step + 4);
        gone.add(victim);
        cluster.store.remove(served, 'shop', victim);
      },
    );
    expect(new Set(found).size).toBe(found.length);
    expect(names.filter((name) => !gone.has(name) && !found.includes(name))).toEqual([]);
  },
  SLOW,
);
