import fc from 'fast-check';
import {
  absent,
  at,
  conditionOf,
  conditionsOf,
  formatAge,
  formatBytes,
  isOwnedBy,
  listAt,
  objectReader,
  ok,
  parseQuantity,
  parseTime,
  pathOf,
  pointer,
  RESOURCES,
  resourceOf,
  textAt,
  textsAt,
} from './index';

describe('access to JSON', () => {
  const value = { a: { 'b/c': [{ d: 'x' }] }, n: null };
  it.each([
    [['a', 'b/c', 0, 'd'], 'x'],
    [['a', 'b/c', 1, 'd'], undefined],
    [['n', 'x'], undefined],
    [['a', 'toString'], undefined],
    [['__proto__'], undefined],
  ])('%j', (path, expected) => expect(at(value, ...path)).toBe(expected));

  it('never throws, whatever the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(fc.oneof(fc.string(), fc.nat(5))), (json, path) => {
        at(json, ...path);
        textAt(json, ...path);
        listAt(json, ...path);
        textsAt(json, ...path);
        conditionsOf(json);
      }),
    );
  });

  it('escapes pointers as RFC 6901 says', () => {
    expect(pointer('a', 'b/c', 0, '~d')).toBe('/a/b~1c/0/~0d');
  });
});

describe('objects', () => {
  it('finds a condition and where it stands', () => {
    const object = { status: { conditions: [null, { type: 'Ready', status: 'True' }] } };
    expect(conditionOf(object, 'Ready')).toMatchObject({
      status: 'True',
      path: ['status', 'conditions', 1],
    });
  });

  it('knows owners by uid, not by name', () => {
    const owner = { metadata: { name: 'web', uid: 'u1' } };
    const owned = (uid: string) => ({ metadata: { ownerReferences: [{ name: 'web', uid }] } });
    expect([
      isOwnedBy(owned('u1'), owner),
      isOwnedBy(owned('u2'), owner),
      isOwnedBy({}, {}),
    ]).toEqual([true, false, false]);
  });
});

describe('quantities', () => {
  it.each([
    ['500m', 0.5],
    ['4Gi', 4 * 2 ** 30],
    ['1e3', 1000],
    ['12E', 12e18],
    [2, 2],
    ['4 apples', undefined],
    ['', undefined],
    [null, undefined],
  ])('%j', (text, value) => expect(parseQuantity(text)).toBe(value));

  it.each([
    [8 * 2 ** 30, '8 GiB'],
    [1.5 * 2 ** 40, '1.5 TiB'],
    [0, '0 B'],
    [512, '512 B'],
  ])('%d bytes', (bytes, text) => expect(formatBytes(bytes)).toBe(text));
});

describe('times', () => {
  it.each([
    ['2026-11-20T14:30:00Z', 1795185000000],
    ['2026-11-20T14:30:00.123456Z', 1795185000123],
    ['yesterday', undefined],
    [null, undefined],
  ])('%j', (text, value) => expect(parseTime(text)).toBe(value));

  it.each([
    [40_000, '40s'],
    [125_000, '2m'],
    [7_300_000, '2h'],
    [200_000_000, '2d'],
    [-5, '0s'],
  ])('%d ms', (age, text) => {
    expect(formatAge(age)).toBe(text);
  });
});

describe('resources', () => {
  it.each([
    [
      pathOf(RESOURCES.virtualMachines, 'ns', 'web'),
      '/apis/kubevirt.io/v1/namespaces/ns/virtualmachines/web',
    ],
    [pathOf(RESOURCES.pods), '/api/v1/pods'],
    [pathOf(RESOURCES.nodes, 'ignored', 'w 1'), '/api/v1/nodes/w%201'],
  ])('%s', (path, expected) => expect(path).toBe(expected));

  it('finds a kind in any version of its group', () => {
    expect(resourceOf('kubevirt.io/v1alpha3', 'VirtualMachine')).toBe(RESOURCES.virtualMachines);
    expect(resourceOf('v1', 'Pod')).toBe(RESOURCES.pods);
    expect(resourceOf('v1', 'VirtualMachine')).toBeUndefined();
  });
});

describe('objectReader', () => {
  const pod = (name: string, app: string) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'ns', labels: { app } },
  });
  const objects = [pod('b', 'web'), pod('a', 'web'), pod('c', 'db')];

  it('gets, lists by selector and answers absent', async () => {
    const reader = objectReader(objects);
    expect(await reader.get(RESOURCES.pods, 'ns', 'a')).toEqual(ok(objects[1]));
    expect(await reader.get(RESOURCES.pods, 'ns', 'x')).toBe(absent);
    expect(
      await reader.list(RESOURCES.pods, { labelSelector: 'app=web' }, (one) =>
        textAt(one, 'metadata', 'name'),
      ),
    ).toEqual(ok(['a', 'b']));
    expect(
      await reader.list(RESOURCES.pods, { fieldSelector: 'metadata.name=c' }, () => 1),
    ).toEqual(ok([1]));
  });

  it('answers an obstacle as itself', async () => {
    const reader = objectReader(objects, () => ({ reason: 'forbidden', message: 'no' }));
    expect(await reader.get(RESOURCES.pods, 'ns', 'a')).toEqual({
      state: 'unread',
      reason: 'forbidden',
      message: 'no',
    });
  });
});
