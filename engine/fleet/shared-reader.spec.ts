import { nameOf, objectReader, RESOURCES, type KubeObject, type Reader } from '../kubernetes';
import { sharedReader, type Crowd } from './shared-reader';

const claim = (namespace: string, name: string): KubeObject => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { namespace, name, managedFields: ['x'] },
});
const event = (name: string): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Event',
  metadata: { namespace: 'a', name: `${name}.1` },
  involvedObject: { name },
});
const world = [
  claim('a', 'one'),
  claim('b', 'two'),
  claim('far', 'three'),
  event('web'),
  event('db'),
];

/** What is asked of the cluster, and who may not list. */
const watched = (mayList: (namespace: string | undefined) => boolean) => {
  const reader = objectReader(world);
  const asked: string[] = [];
  const spy: Reader = {
    ...reader,
    get: (resource, namespace, name) => {
      asked.push(`get ${resource.plural} ${namespace ?? ''}/${name}`);
      return reader.get(resource, namespace, name);
    },
    list: (resource, query, project) => {
      asked.push(`list ${resource.plural} ${query.namespace ?? '*'}`);
      return mayList(query.namespace)
        ? reader.list(resource, query, project)
        : Promise.resolve({ state: 'unread', reason: 'forbidden', message: 'no' });
    },
  };
  return { spy, asked };
};

const { persistentVolumeClaims: claims, events } = RESOURCES;
const alone = (...namespaces: string[]): Map<string, Crowd> =>
  new Map(namespaces.map((name) => [name, { wanted: 1, all: 1 }]));
const MINE = alone('a', 'b', 'c', 'd');

describe('a shared reader', () => {
  it('reads one list for all VMs, and nothing twice', async () => {
    const { spy, asked } = watched(() => true);
    const shared = sharedReader(spy, MINE);
    const facts = await Promise.all([
      shared.get(claims, 'a', 'one'),
      shared.get(claims, 'b', 'two'),
      shared.get(claims, 'b', 'gone'),
    ]);
    expect(facts.map(({ state }) => state)).toEqual(['ok', 'ok', 'absent']);
    expect(JSON.stringify(facts)).not.toContain('managedFields');
    expect(asked).toEqual(['list persistentvolumeclaims *']);
  });

  it('answers selectors from what it holds', async () => {
    const { spy, asked } = watched(() => true);
    const shared = sharedReader(spy, alone('a'));
    const about = (name: string) =>
      shared.list(
        events,
        { namespace: 'a', fieldSelector: `involvedObject.name=${name}` },
        ({ metadata }) => metadata,
      );
    expect(await about('web')).toMatchObject({ value: [{ name: 'web.1' }] });
    expect(await about('db')).toMatchObject({ value: [{ name: 'db.1' }] });
    expect(asked).toEqual(['list events a']);
  });

  it('falls back to lists of namespaces, then to the objects themselves', async () => {
    const some = watched((namespace) => namespace === 'a');
    const shared = sharedReader(some.spy, MINE);
    expect((await shared.get(claims, 'a', 'one')).state).toBe('ok');
    expect((await shared.get(claims, 'b', 'two')).state).toBe('ok');
    expect((await shared.get(claims, 'b', 'two')).state).toBe('ok');
    expect(some.asked).toEqual([
      'list persistentvolumeclaims *',
      'list persistentvolumeclaims a',
      'list persistentvolumeclaims b',
      'get persistentvolumeclaims b/two',
    ]);
  });

  it('says that a list may not be read', async () => {
    const { spy } = watched(() => false);
    expect(
      await sharedReader(spy, alone('a')).list(events, { namespace: 'a' }, () => 1),
    ).toMatchObject({
      state: 'unread',
      reason: 'forbidden',
    });
  });

  it('asks once for each object where few of the VMs are diagnosed', async () => {
    const { spy, asked } = watched(() => true);
    const few = new Map([['a', { wanted: 2, all: 30 }]]);
    const shared = sharedReader(spy, few);
    const readAll = async () => {
      expect((await shared.get(claims, 'a', 'one')).state).toBe('ok');
      const selection = { namespace: 'a', fieldSelector: 'involvedObject.name=web' };
      expect(await shared.list(events, selection, ({ metadata }) => metadata)).toMatchObject({
        value: [{ name: 'web.1' }],
      });
    };
    await readAll();
    await readAll();
    expect(asked).toEqual(['get persistentvolumeclaims a/one', 'list events a']);
  });

  it('does not list the cluster for a few VMs of it', async () => {
    const { spy, asked } = watched(() => true);
    const crowds = new Map([...MINE, ['others', { wanted: 0, all: 100 }]]);
    const shared = sharedReader(spy, crowds);
    await shared.get(claims, 'a', 'one');
    await shared.get(RESOURCES.persistentVolumes, undefined, 'pv');
    expect(asked).toEqual(['list persistentvolumeclaims a', 'get persistentvolumes /pv']);
  });

  it('lists in the cluster what a project has few of, where many projects are looked at', async () => {
    const { spy, asked } = watched(() => true);
    const shared = sharedReader(spy, new Map([...MINE, ['others', { wanted: 0, all: 100 }]]));
    for (const namespace of ['a', 'b', 'c']) {
      await shared.list(RESOURCES.resourceQuotas, { namespace }, nameOf);
    }
    expect(asked).toEqual(['list resourcequotas *']);
  });

  it('asks for what is elsewhere where it is', async () => {
    const { spy, asked } = watched(() => true);
    expect((await sharedReader(spy, MINE).get(claims, 'far', 'three')).state).toBe('ok');
    expect(asked).toEqual(['get persistentvolumeclaims far/three']);
  });
});
