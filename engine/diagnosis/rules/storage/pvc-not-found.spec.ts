import { condition, missing, run, vm, vmi } from '../../testing/factories';
import { claim, dataVolume, diskFacts, machine } from '../../testing/disks';
import { pvcNotFound } from './pvc-not-found';

describe('pvc-not-found', () => {
  const PATH = ['spec', 'template', 'spec', 'volumes', 0, 'persistentVolumeClaim', 'claimName'];
  const PVC = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', name: 'data' };
  const of = (source: object) =>
    vm({ template: { volumes: [{ name: 'data', persistentVolumeClaim: source }] } });
  const owner = of({ claimName: 'data' });
  const given = { vm: owner, vmi: vmi(), claims: [missing(PVC, owner, ...PATH)] };

  it.each([
    'PVC ns/data does not exist, waiting for it to appear',
    "failed to render launch manifest: didn't find PVC data",
  ])('is blocking when virt-controller says "%s"', (message) => {
    const conditions = [condition('Synchronized', 'False', 'FailedPvcNotFound', message)];
    const [finding] = run(pvcNotFound, { ...given, vmi: vmi('Pending', { conditions }) });
    expect(finding).toMatchObject({ severity: 'critical', confidence: 'certain', blocking: true });
    expect(finding?.evidence.map(({ source }) => source)).toEqual(['absent', 'object', 'object']);
  });

  it('is found without a message, and with one that is stale', () => {
    expect(run(pvcNotFound, given)[0]?.blocking).toBe(false);
    const conditions = [condition('Synchronized', 'False', 'X', 'PVC ns/older does not exist')];
    expect(run(pvcNotFound, { ...given, vmi: vmi('Pending', { conditions }) })[0]?.blocking).toBe(
      false,
    );
  });

  it('names the DataVolume too when a volume asks for one', () => {
    const asks = machine({ dataVolumeTemplates: [] });
    const [finding] = run(pvcNotFound, diskFacts({ of: asks }));
    expect(finding?.evidence.map(({ ref }) => ref.kind)).toEqual([
      'PersistentVolumeClaim',
      'DataVolume',
      'VirtualMachine',
    ]);
  });

  const optional = of({ claimName: 'data', hotpluggable: true });
  it.each([
    ['a template makes it', diskFacts({})],
    ['its DataVolume exists', diskFacts({ of: machine({}), volume: dataVolume('Pending') })],
    [
      'the claim exists',
      diskFacts({ of: machine({ dataVolumeTemplates: [] }), held: claim('Pending') }),
    ],
    [
      'the volume may come later',
      { ...given, vm: optional, claims: [missing(PVC, optional, ...PATH)] },
    ],
    ['the virtual machine runs', { ...given, vmi: vmi('Running') }],
  ])('is silent when %s', (_, facts) => {
    expect(run(pvcNotFound, facts)).toEqual([]);
  });
});
