import {
  condition,
  lookup,
  missing,
  clusterScoped,
  namespaced,
  run,
  vm,
  vmi,
} from '../../testing/factories';
import { instancetypeNotFound } from './instancetype-not-found';

const sized = vm({
  spec: { instancetype: { name: 'u1.mediun' } },
  status: { printableStatus: 'Stopped' },
});

const typeRef = {
  apiVersion: 'instancetype.kubevirt.io/v1beta1',
  kind: 'VirtualMachineClusterInstancetype',
  name: 'u1.mediun',
};

const gone = missing(typeRef, sized, 'spec', 'instancetype', 'name');

describe('instancetype-not-found', () => {
  it('is proven by the 404, and blocking when KubeVirt says so', () => {
    const failing = vm({
      spec: { instancetype: { name: 'u1.mediun' } },
      status: { conditions: [condition('Failure', 'True', 'FailedFindInstancetype', 'not found')] },
    });
    expect(run(instancetypeNotFound, { vm: failing, instancetype: gone })).toMatchObject([
      {
        confidence: 'certain',
        blocking: true,
        evidence: [{ source: 'absent' }, { value: 'u1.mediun' }, {}],
      },
    ]);
  });

  it('is found without the condition', () => {
    expect(run(instancetypeNotFound, { vm: sized, instancetype: gone })).toMatchObject([
      { blocking: false },
    ]);
  });

  it.each([
    [
      'it exists',
      { instancetype: lookup(clusterScoped(typeRef.apiVersion, typeRef.kind, 'u1.mediun'), sized) },
    ],
    [
      'nobody asks it to run',
      { vm: vm({ spec: { runStrategy: 'Halted', instancetype: { name: 'u1.mediun' } } }) },
    ],
    [
      'a revision is pinned',
      { vm: vm({ spec: { instancetype: { name: 'u1.mediun', revisionName: 'r1' } } }) },
    ],
    ['an instance exists already', { vmi: vmi() }],
  ])('is silent when %s', (_, given) => {
    expect(run(instancetypeNotFound, { vm: sized, instancetype: gone, ...given })).toEqual([]);
  });
});

describe('an instance type that is not where the virtual machine looks', () => {
  it('is named with its kind', () => {
    const other = namespaced(typeRef.apiVersion, 'VirtualMachineInstancetype', 'u1.mediun');
    const [finding] = run(instancetypeNotFound, {
      vm: sized,
      instancetype: gone,
      instancetypes: [other],
    });
    expect(finding?.fixes[0]?.action).toMatchObject({
      patch: { spec: { instancetype: { kind: 'VirtualMachineInstancetype', name: 'u1.mediun' } } },
      undo: { spec: { instancetype: { kind: null, name: 'u1.mediun' } } },
    });
  });

  it('may be of a kind that does not exist', () => {
    const text = 'got unexpected kind in InstancetypeMatcher: Flavor';
    const machine = vm({
      spec: { instancetype: { kind: 'Flavor', name: 'small' } },
      status: { conditions: [condition('Failure', 'True', 'FailedFindInstancetype', text)] },
    });
    expect(run(instancetypeNotFound, { vm: machine })).toMatchObject([
      { confidence: 'certain', evidence: [{}, { value: 'Flavor' }] },
    ]);
  });
});
