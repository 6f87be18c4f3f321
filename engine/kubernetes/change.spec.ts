import { changeRequest, followUpOf, rightFor, undoOf, type Change } from './change';

const target = {
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  namespace: 'demo',
  name: 'db',
};
const precondition = { uid: 'u1', resourceVersion: '7' };
const merge: Change = {
  verb: 'patch',
  target,
  patchType: 'merge',
  patch: { metadata: { labels: { a: 'b' } } },
  undo: { metadata: { labels: { a: null } } },
  precondition,
};
const json: Change = {
  verb: 'patch',
  target,
  patchType: 'json',
  patch: [{ op: 'remove', path: '/spec/x' }],
  precondition,
};
const VM = '/apis/kubevirt.io/v1/namespaces/demo/virtualmachines/db';

describe('changeRequest', () => {
  it('binds a merge patch to the object it was made for', () => {
    expect(changeRequest(merge)).toEqual({
      method: 'PATCH',
      path: `${VM}?fieldManager=cnv-ai-plugin`,
      contentType: 'application/merge-patch+json',
      body: { metadata: { labels: { a: 'b' }, uid: 'u1', resourceVersion: '7' } },
    });
  });

  it('binds a JSON patch too, before anything else is done', () => {
    expect(changeRequest(json, true)).toEqual({
      method: 'PATCH',
      path: `${VM}?fieldManager=cnv-ai-plugin&dryRun=All`,
      contentType: 'application/json-patch+json',
      body: [
        { op: 'replace', path: '/metadata/uid', value: 'u1' },
        { op: 'replace', path: '/metadata/resourceVersion', value: '7' },
        { op: 'remove', path: '/spec/x' },
      ],
    });
  });

  it.each([
    ['start', 'virtualmachines'],
    ['stop', 'virtualmachines'],
    ['restart', 'virtualmachines'],
    ['migrate', 'virtualmachines'],
    ['pause', 'virtualmachineinstances'],
    ['unpause', 'virtualmachineinstances'],
  ] as const)('%s is served at %s', (subresource, plural) => {
    const change: Change = { verb: 'subresource', target, subresource, body: { paused: true } };
    expect(changeRequest(change, true)).toEqual({
      method: 'PUT',
      path: `/apis/subresources.kubevirt.io/v1/namespaces/demo/${plural}/db/${subresource}`,
      contentType: 'application/json',
      body: { paused: true, dryRun: ['All'] },
    });
    expect(rightFor(change)).toEqual({
      verb: 'update',
      group: 'subresources.kubevirt.io',
      resource: plural,
      subresource,
      namespace: 'demo',
      name: 'db',
    });
  });

  it('knows no way to change a kind that is not read', () => {
    const change: Change = { ...merge, target: { ...target, kind: 'Unheard' } };
    expect(changeRequest(change)).toBeUndefined();
    expect(rightFor(change)).toBeUndefined();
  });
});

describe('rightFor', () => {
  it('asks for the patch of this object', () => {
    expect(rightFor(merge)).toEqual({
      verb: 'patch',
      group: 'kubevirt.io',
      resource: 'virtualmachines',
      namespace: 'demo',
      name: 'db',
    });
  });
});

describe('undoOf', () => {
  it('is the patch that was given for it, to whatever the object is by then', () => {
    expect(undoOf(merge)).toEqual({
      verb: 'patch',
      target,
      patchType: 'merge',
      patch: { metadata: { labels: { a: null } } },
    });
  });

  it.each([json, { verb: 'subresource', target, subresource: 'start' } as const])(
    'is nothing where there is none',
    (change) => expect(undoOf(change)).toBeUndefined(),
  );
});

describe('followUpOf', () => {
  it('restarts the machine whose template was changed, and again when that is taken back', () => {
    const template: Change = { ...merge, then: 'restart' };
    const restart = { verb: 'subresource', target, subresource: 'restart' };
    const undo = undoOf(template);
    expect([followUpOf(template), undo && followUpOf(undo)]).toEqual([restart, restart]);
    expect(followUpOf(merge)).toBeUndefined();
  });
});
