import { nameOf, objectReader, type Obstacle } from '../../kubernetes';
import { namespaced, vm } from '../testing/factories';
import { ownClones, readOperations } from './operations';
import { situationOf } from './situation';

const snapshot = (name: string, of: string) =>
  namespaced('snapshot.kubevirt.io/v1beta1', 'VirtualMachineSnapshot', name, {
    spec: { source: { kind: 'VirtualMachine', name: of } },
  });
const clone = (name: string, kind: string, of: string) =>
  namespaced('clone.kubevirt.io/v1beta1', 'VirtualMachineClone', name, {
    spec: { source: { kind, name: of } },
  });

const objects = [
  snapshot('gold', 'web'),
  snapshot('other', 'db'),
  clone('of-it', 'VirtualMachine', 'web'),
  clone('of-its-snapshot', 'VirtualMachineSnapshot', 'gold'),
  clone('of-another', 'VirtualMachine', 'db'),
  clone('of-the-snapshot-of-another', 'VirtualMachineSnapshot', 'other'),
];

const clonesFor = async (question: string, obstacle?: Obstacle, all = objects) => {
  const reader = objectReader(all, obstacle);
  const request = { namespace: 'ns', vmName: 'web', question };
  const situation = {
    ...situationOf(reader, request, vm(), undefined, []),
    wantsAll: false,
    forModel: false,
  };
  const clones = await ownClones(situation, (await readOperations(situation)).clones);
  return { names: clones.value?.map(nameOf), missed: clones.missed.length };
};

const hidesSnapshots: Obstacle = ({ plural }) =>
  plural === 'virtualmachinesnapshots' ? { reason: 'forbidden', message: '' } : undefined;

describe('the clones of a virtual machine', () => {
  const question = 'why does the clone fail';

  it('are those of itself and of its snapshots', async () =>
    expect(await clonesFor(question)).toEqual({ names: ['of-it', 'of-its-snapshot'], missed: 0 }));

  it('are read when they are asked about', async () =>
    expect(await clonesFor('is it well')).toEqual({ names: [], missed: 0 }));

  it('may lack some where snapshots may not be read', async () =>
    expect(await clonesFor(question, hidesSnapshots)).toEqual({ names: ['of-it'], missed: 1 }));

  it('lack none then where no clone is of a snapshot', async () => {
    const own = [clone('of-it', 'VirtualMachine', 'web')];
    expect(await clonesFor(question, hidesSnapshots, own)).toEqual({ names: ['of-it'], missed: 0 });
  });
});
