import { clusterScoped, lookup, missing, run, vm } from '../../testing/factories';
import { preferenceNotFound } from './preference-not-found';

const machine = vm({ spec: { preference: { name: 'rhel.99' } } });
const kind = 'VirtualMachineClusterPreference';
const apiVersion = 'instancetype.kubevirt.io/v1beta1';
const PLACE = ['spec', 'preference', 'name'] as const;

describe('preference-not-found', () => {
  it('is proven by the 404', () => {
    const preference = missing({ apiVersion, kind, name: 'rhel.99' }, machine, ...PLACE);
    expect(run(preferenceNotFound, { vm: machine, preference })).toHaveLength(1);
  });

  it('is silent about one that exists', () => {
    const preference = lookup(clusterScoped(apiVersion, kind, 'rhel.99'), machine, ...PLACE);
    expect(run(preferenceNotFound, { vm: machine, preference })).toEqual([]);
  });
});
