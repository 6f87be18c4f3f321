import { diagnose } from '@cnv-ai/engine/diagnosis';
import { diagnoseFleet, fleetText, mergeFleet, openFleet, type Fleet } from '@cnv-ai/engine/fleet';
import {
  objectReader,
  parseTime,
  refOf,
  RESOURCES,
  unread,
  type KubeObject,
  type Obstacle,
  type Reader,
} from '@cnv-ai/engine/kubernetes';
import { fleet } from '../development/cluster/fleet';
import { loadScenarios, type Scenario } from '../development/scenarios/load';

// A whole cluster is diagnosed, one VM after the other.
jest.setTimeout(180_000);

const NOW = parseTime('2026-11-20T14:30:00Z') ?? 0;
const scenarios = loadScenarios(NOW);
const healthyFleet = fleet(NOW);
const clusterScoped = healthyFleet.filter((object) => refOf(object).namespace === undefined);

const keyOf = (object: KubeObject): string => {
  const { kind, namespace = '', name } = refOf(object);
  return `${kind}/${namespace}/${name}`;
};

/** The objects of a cluster; of two of one name the first stands. */
const world = (...parts: (readonly KubeObject[])[]): KubeObject[] => [
  ...new Map(
    parts
      .flat()
      .reverse()
      .map((object) => [keyOf(object), object]),
  ).values(),
];

const groupsByVm = ({ groups }: Fleet): Map<string, string> =>
  new Map(
    groups.flatMap(({ rootCauseId, vms }) =>
      vms.map(({ namespace, name }) => [`${namespace}/${name}`, rootCauseId] as const),
    ),
  );

/** Each VM diagnosed by itself: its verdict, and the cause that stops it. */
const oneByOne = async (objects: readonly KubeObject[], obstacle?: Obstacle) => {
  const reader = objectReader(objects, obstacle);
  const verdicts: Record<string, number> = {};
  const causes = new Map<string, string>();
  for (const { kind, namespace = '', name } of objects.map(refOf)) {
    if (kind !== 'VirtualMachine') continue;
    const found = await diagnose(reader, { namespace, vmName: name }, NOW, { brief: true });
    if (found.verdict === 'unavailable') continue;
    verdicts[found.verdict] = (verdicts[found.verdict] ?? 0) + 1;
    const [cause] = found.rootCauses.filter(({ severity }) => severity !== 'info');
    const key = `${namespace}/${name}`;
    if (found.verdict === 'problem' && cause) causes.set(key, cause.id);
    // Something is wrong and nobody knows what: these stand together.
    if (found.verdict === 'unknown') causes.set(key, 'unknown');
  }
  return { verdicts, causes };
};

/** Every page of a fleet, as one. */
const allPages = async (reader: Reader, limit?: number): Promise<Fleet> => {
  let pages = await diagnoseFleet(reader, { limit }, NOW);
  while (pages.nextCursor !== undefined) {
    const { nextCursor: cursor } = pages;
    pages = mergeFleet(pages, await diagnoseFleet(reader, { limit, cursor }, NOW));
  }
  return pages;
};

const counted = ({ byVerdict }: Fleet): Record<string, number> =>
  Object.fromEntries(Object.entries(byVerdict).filter(([, count]) => count > 0));

describe('a fleet', () => {
  it.each<[string, Scenario[]]>([
    ['all that share a cluster', scenarios.filter(({ alone }) => !alone)],
    ...scenarios.filter(({ alone }) => alone).map((one): [string, Scenario[]] => [one.id, [one]]),
  ])('is what its VMs are, one by one: %s', async (_, those) => {
    const base = those.length > 1 ? healthyFleet : clusterScoped;
    const objects = world(
      those.flatMap((one) => one.objects),
      base,
    );
    const { verdicts, causes } = await oneByOne(objects);
    const found = await allPages(objectReader(objects));
    expect(counted(found)).toEqual(verdicts);
    expect(groupsByVm(found)).toEqual(causes);
    expect(found.total).toBe(causes.size);
  });

  it.each(['pods', 'virtualmachineinstances', 'nodes', 'virtualmachineinstancemigrations'])(
    'is so too for who may not read %s, and says so',
    async (plural) => {
      const objects = world(scenarios[0]?.objects ?? [], clusterScoped);
      const obstacle: Obstacle = (resource) =>
        resource.plural === plural ? { reason: 'forbidden', message: '' } : undefined;
      const found = await diagnoseFleet(objectReader(objects, obstacle), {}, NOW);
      expect(counted(found)).toEqual((await oneByOne(objects, obstacle)).verdicts);
      expect(found.unchecked).toContainEqual(
        expect.objectContaining({ resource: plural, reason: 'forbidden' }),
      );
    },
  );

  it('in pages is the fleet', async () => {
    // So many that one page holds them all.
    const shared = scenarios.filter(({ alone }) => !alone).slice(0, 300);
    const reader = objectReader(
      world(
        shared.flatMap(({ objects }) => objects),
        healthyFleet,
      ),
    );
    const whole = await diagnoseFleet(reader, {}, NOW);
    expect(whole.nextCursor).toBeUndefined();
    const first = await diagnoseFleet(reader, { limit: 60 }, NOW);
    expect(first.remaining).toBeGreaterThan(0);
    expect(await allPages(reader, 60)).toEqual(whole);
  });

  it('ends its page when the time is used up, and goes on from there', async () => {
    const shared = scenarios.filter(({ alone }) => !alone);
    const reader = objectReader(world(shared.flatMap(({ objects }) => objects)));
    const first = await diagnoseFleet(reader, {}, NOW, { hasTime: () => false });
    expect(first.nextCursor).toBeDefined();
    expect(first.total).toBeGreaterThan(0);
    expect(fleetText(first)).toContain(`cursor "${first.nextCursor ?? ''}"`);
  });

  it('leaves to the next page what was diagnosed when the time ran out', async () => {
    const objects = world(scenarios.slice(0, 60).flatMap(({ objects: own }) => own));
    const inner = objectReader(objects);
    let isOver = false;
    const late: Reader = {
      ...inner,
      get: (resource, ...where) =>
        isOver && resource === RESOURCES.persistentVolumeClaims
          ? Promise.resolve(unread('deadline', 'late'))
          : inner.get(resource, ...where),
      // Then each claim is read by itself.
      list: (resource, query, project) =>
        resource === RESOURCES.persistentVolumeClaims
          ? Promise.resolve(unread('unavailable', 'busy'))
          : inner.list(resource, query, project),
    };
    const whole = await diagnoseFleet(late, {}, NOW);
    // The time is used up while the second batch is looked at.
    const options = {
      progress: () => {
        isOver = true;
      },
    };
    const page = await openFleet(late, {}, NOW, options);
    const first = await page(undefined);
    expect([first.diagnosed > 0, first.undiagnosed > 0]).toEqual([true, true]);
    isOver = false;
    const rest = await diagnoseFleet(late, { cursor: first.nextCursor }, NOW);
    expect(mergeFleet(first, rest)).toEqual(whole);
  });

  it('leaves to the next page what there was no time to read, and counts it nowhere', async () => {
    const shared = scenarios.filter(({ alone }) => !alone).slice(0, 30);
    const objects = world(shared.flatMap(({ objects: own }) => own));
    const inner = objectReader(objects);
    const whole = await diagnoseFleet(inner, {}, NOW);
    const time = { left: 0 };
    const late: Reader = {
      ...inner,
      get: (resource, ...where) => {
        if (resource !== RESOURCES.virtualMachines) return inner.get(resource, ...where);
        time.left -= 1;
        return time.left < 0
          ? Promise.resolve(unread('deadline', 'late'))
          : inner.get(resource, ...where);
      },
      // Then each machine is read by itself.
      list: (resource, query, project) =>
        resource === RESOURCES.virtualMachines && time.left < Infinity
          ? Promise.resolve(unread('unavailable', 'busy'))
          : inner.list(resource, query, project),
    };
    time.left = Infinity;
    const page = await openFleet(late, {}, NOW);
    time.left = 21;
    const first = await page(undefined);
    expect([first.outcome, first.byVerdict.unavailable]).toEqual(['ok', 0]);
    expect(first.diagnosed).toBeGreaterThan(0);
    expect(first.diagnosed + first.undiagnosed).toBe(whole.diagnosed);
    expect(await page(first.nextCursor)).toMatchObject({ outcome: 'unavailable', total: 0 });
    time.left = Infinity;
    const all = mergeFleet(first, await page(first.nextCursor));
    expect(all).toEqual(whole);
  });

  it('is cut by namespaces and labels', async () => {
    const [one] = scenarios.filter(({ id }) => id === 'resource-quota-exceeded');
    const reader = objectReader(world(one?.objects ?? [], healthyFleet));
    const total = async (request: object): Promise<number> =>
      (await diagnoseFleet(reader, request, NOW)).total;
    expect(await total({ namespaces: ['finance-*'] })).toBe(1);
    expect(await total({ namespaces: ['finance-core'] })).toBe(1);
    expect(await total({ namespaces: ['prod-web'] })).toBe(0);
    expect(await total({ labelSelector: 'app=ledger-02,owner in (platform)' })).toBe(1);
    expect(await total({ labelSelector: 'app!=ledger-02' })).toBe(0);
  });

  it.each([
    { labelSelector: 'a=b=c' },
    { limit: 0 },
    { limit: 5000 },
    { cursor: '../x' },
    { cursor: 'x'.repeat(3000) },
  ])('asks back for %j', async (odd) => {
    const answer = await diagnoseFleet(objectReader(healthyFleet), odd, NOW);
    expect([answer.outcome, answer.total, typeof answer.message]).toEqual([
      'unavailable',
      0,
      'string',
    ]);
  });

  it.each([
    ['forbidden', 'forbidden'],
    ['unavailable', 'unavailable'],
    ['not_installed', 'unavailable'],
  ] as const)('of a cluster that answers %s', async (reason, outcome) => {
    const reader = objectReader(healthyFleet, () => ({ reason, message: '' }));
    expect((await diagnoseFleet(reader, {}, NOW)).outcome).toBe(outcome);
  });
});
