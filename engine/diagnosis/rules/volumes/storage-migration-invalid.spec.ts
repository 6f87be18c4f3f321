import { condition, missing, run, vm, vmi } from '../../testing/factories';
import { storageMigrationInvalid } from './storage-migration-invalid';

const volumes = (claimName: string) => [{ name: 'root', persistentVolumeClaim: { claimName } }];
const machine = vm({ template: { volumes: volumes('new') } });
const running = (claimName: string, status: object = {}) => ({
  ...vmi('Running', { ...status }),
  spec: { volumes: volumes(claimName) },
});
const refused = (message: string) => ({
  conditions: [condition('VolumesChange', 'False', 'Invalid', message)],
});

describe('storage-migration-invalid', () => {
  it.each([
    "One of the destination volumes doesn't exist: the pvc new doesn't exist",
    'invalid volumes to update with migration: hotplugged: [root]',
    'cannot migrate the VM. The volume data is RWO and not included in the migration volumes',
    "cannot migrate the volumes as the VMI isn't migratable: host device",
  ])('%s', (message) => {
    const [finding] = run(storageMigrationInvalid, {
      vm: machine,
      vmi: running('old', refused(message)),
    });
    expect(finding).toMatchObject({ severity: 'warning', confidence: 'certain' });
    expect(finding?.fixes[0]?.description.params).toEqual({ claims: 'root = old' });
  });

  it('tells a destination that does not exist before anybody says so', () => {
    const claims = [
      missing({ apiVersion: 'v1', kind: 'PersistentVolumeClaim', name: 'new' }, machine),
    ];
    expect(
      run(storageMigrationInvalid, { vm: machine, vmi: running('old'), claims }),
    ).toMatchObject([{ confidence: 'likely', explanation: { params: { claim: 'new' } } }]);
  });

  it.each([
    ['it moves', { vm: machine, vmi: running('old') }],
    ['nothing changed', { vm: machine, vmi: running('new') }],
    [
      'it does not run',
      { vm: machine, vmi: vmi('Scheduling', refused('invalid volumes to update with migration')) },
    ],
  ])('is silent while %s', (_, given) => expect(run(storageMigrationInvalid, given)).toEqual([]));
});
