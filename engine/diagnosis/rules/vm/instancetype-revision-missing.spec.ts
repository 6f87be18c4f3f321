import { condition, lookup, missing, namespaced, run, vm, vmi } from '../../testing/factories';
import { instancetypeRevisionMissing } from './instancetype-revision-missing';
import { instancetypeNotFound } from './instancetype-not-found';

const ref = { apiVersion: 'apps/v1', kind: 'ControllerRevision', name: 'r1' };
const SPEC = ['spec', 'instancetype', 'revisionName'];
const STATUS = ['status', 'preferenceRef', 'controllerRevisionRef', 'name'];
const machine = vm({
  spec: { instancetype: { name: 'u1', revisionName: 'r1' } },
  status: { preferenceRef: { controllerRevisionRef: { name: 'r1' } } },
});
const failing = vm({
  spec: { instancetype: { name: 'u1', revisionName: 'r1' } },
  status: {
    conditions: [
      condition(
        'Failure',
        'True',
        'FailedFindInstancetype',
        'controllerrevisions.apps "r1" not found',
      ),
    ],
  },
});

describe('instancetype-revision-missing', () => {
  it.each([
    ['named by the user', machine, SPEC, 'instancetype', false, 'unpin-instancetype'],
    ['kept in the status', machine, STATUS, 'preference', false, 'choose-preference-again'],
    ['said by KubeVirt', failing, SPEC, 'instancetype', true, 'unpin-instancetype'],
  ])('%s', (_, vm, path, field, blocking, fix) => {
    const found = run(instancetypeRevisionMissing, { vm, revisions: [missing(ref, vm, ...path)] });
    expect(found).toMatchObject([
      { blocking, explanation: { params: { field } }, fixes: [{ id: fix }] },
    ]);
  });

  it.each([
    [
      'it exists',
      { revisions: [lookup(namespaced(ref.apiVersion, ref.kind, 'r1'), machine, ...SPEC)] },
    ],
    ['the instance exists', { vmi: vmi() }],
    ['nobody asks it to run', { vm: vm({ spec: { runStrategy: 'Halted' } }) }],
  ])('is silent when %s', (_, given) => {
    const revisions = [missing(ref, machine, ...SPEC)];
    expect(run(instancetypeRevisionMissing, { vm: machine, revisions, ...given })).toEqual([]);
  });

  it('makes the original unnecessary while the copy is kept in the status', () => {
    const kept = vm({
      spec: { instancetype: { name: 'u1' } },
      status: { instancetypeRef: { controllerRevisionRef: { name: 'r1' } } },
    });
    const original = { ...ref, kind: 'VirtualMachineClusterInstancetype', name: 'u1' };
    const instancetype = missing(original, kept, 'spec', 'instancetype', 'name');
    expect(run(instancetypeNotFound, { vm: kept, instancetype })).toEqual([]);
  });
});
