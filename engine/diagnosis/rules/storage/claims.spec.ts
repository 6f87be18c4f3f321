import {
  ago,
  clusterScoped,
  condition,
  event,
  missing,
  namespaced,
  run,
  vm,
  vmi,
} from '../../testing/factories';
import { claim, dataVolume, diskFacts, machine, prime, storageClass } from '../../testing/disks';
import { noDefaultStorageclass } from './no-default-storageclass';
import { pvcLost } from './pvc-lost';
import { pvcNotFound } from './pvc-not-found';
import { pvcProvisioningFailed } from './pvc-provisioning-failed';
import { pvcWaitingExternalProvisioner } from './pvc-waiting-external-provisioner';
import { storageclassNotFound } from './storageclass-not-found';
import { storageprofileIncomplete } from './storageprofile-incomplete';

const FAST = { storageClassName: 'fast' };
const ASKS = { storage: { ...FAST, resources: { requests: { storage: '30Gi' } } } };
const DEFAULT = {
  metadata: { annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
};

describe('storageclass-not-found', () => {
  const volume = dataVolume('Pending', [], ASKS);
  const storageClasses = [storageClass('slow', DEFAULT)];
  const given = { volume, held: claim('Pending', FAST), storageClasses };

  it('names the class, proves that it is absent, and offers the default', () => {
    const [finding] = run(storageclassNotFound, diskFacts(given));
    expect(finding).toMatchObject({ severity: 'critical', blocking: true });
    expect(finding?.explanation.params).toEqual({ disk: 'root', class: 'fast' });
    expect(finding?.evidence.map(({ source, value }) => [source, value])).toEqual([
      ['object', 'fast'],
      ['absent', ''],
    ]);
    expect(finding?.fixes[0]?.command).toContain('"value":"slow"');
  });

  it('shows what the controller said where it said so', () => {
    const said = 'storageclass.storage.k8s.io "fast" not found';
    const events = [event(given.held, 'ProvisioningFailed', said)];
    const [finding] = run(storageclassNotFound, diskFacts({ ...given, events }));
    expect(finding?.evidence[2]?.value).toBe(said);
  });

  it.each([
    ['the class exists', { storageClasses: [storageClass('fast')] }],
    ['the claim has a volume', { held: claim('Bound', FAST) }],
    ['the disk is being filled', { volume: dataVolume('ImportInProgress', [], ASKS) }],
    ['a claim of CDI has a volume', { held: claim('Pending', FAST), workClaims: [prime('Bound')] }],
    ['it asks for no dynamic volume', { held: claim('Pending', { storageClassName: '' }) }],
    ['it names no class', { volume: dataVolume('Pending'), held: claim('Pending') }],
    ['nobody asks the VM to run', { of: vm({ spec: { runStrategy: 'Halted' } }) }],
  ])('is silent when %s', (_, change) => {
    expect(run(storageclassNotFound, diskFacts({ ...given, ...change }))).toEqual([]);
  });
});

describe('no-default-storageclass', () => {
  const given = { volume: dataVolume(undefined), storageClasses: [storageClass('slow')] };

  it('offers to make the only class the default, and how to take it back', () => {
    const [finding] = run(noDefaultStorageclass, diskFacts(given));
    expect(finding).toMatchObject({ severity: 'critical', blocking: true });
    expect(finding?.fixes.map(({ id, risk }) => [id, risk])).toEqual([
      ['correct-disk-template', 'manual'],
      ['set-default-storage-class', 'confirm'],
    ]);
    expect(finding?.fixes[1]?.action).toHaveProperty('undo');
  });

  it('leaves the choice when there are several, and says so when there are none', () => {
    const several = [storageClass('a'), storageClass('b')];
    const [finding] = run(noDefaultStorageclass, diskFacts({ ...given, storageClasses: several }));
    expect(finding?.fixes.map(({ id }) => id)).toContain('list-storage-classes');
    const [none] = run(noDefaultStorageclass, diskFacts({ ...given, storageClasses: [] }));
    expect(none?.explanation.params.count).toBe(0);
  });

  it.each([
    ['there is a default', { storageClasses: [storageClass('slow', DEFAULT)] }],
    ['the disk names a class', { volume: dataVolume('Pending', [], ASKS) }],
    ['an empty name is chosen', { held: claim('Pending', { storageClassName: '' }) }],
    [
      'a quota refused the claim',
      {
        volume: dataVolume('Pending', [condition('Bound', 'Unknown', 'ErrExceededQuota')]),
      },
    ],
    ['the disk is being filled', { volume: dataVolume('CloneInProgress') }],
  ])('is silent when %s', (_, change) => {
    expect(run(noDefaultStorageclass, diskFacts({ ...given, ...change }))).toEqual([]);
  });
});

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

describe('pvc-provisioning-failed', () => {
  const work = prime('Pending');
  const failed = (desc: string, about = work) =>
    event(
      about,
      'ProvisioningFailed',
      `failed to provision volume with StorageClass "fast": ${desc}`,
    );
  const given = { volume: dataVolume('Pending'), held: claim('Pending'), workClaims: [work] };

  it.each([
    ['rpc error: code = ResourceExhausted desc = pool is full', /no room/],
    ['rpc error: code = ResourceExhausted desc = quota of the tenant exceeded', /quota of its own/],
    ['error generating accessibility requirements: no available topology found', /topology/],
    [
      'rpc error: code = InvalidArgument desc = multi node access modes not supported',
      /access mode/,
    ],
    ['rpc error: code = PermissionDenied desc = x', /credentials/],
    ['rpc error: code = Internal desc = who knows', /could not make/],
  ])('%s', (desc, text) => {
    const [finding] = run(pvcProvisioningFailed, diskFacts({ ...given, events: [failed(desc)] }));
    expect(finding?.explanation.id).toMatch(text);
    expect(finding).toMatchObject({ severity: 'critical', confidence: 'certain', blocking: true });
  });

  it.each([
    ['the volume has been made since', { workClaims: [prime('Bound')], held: claim('Bound') }],
    [
      'the class does not exist',
      {
        events: [event(work, 'ProvisioningFailed', 'storageclass.storage.k8s.io "fast" not found')],
      },
    ],
    ['nothing was said', { events: [] }],
    [
      'another claim is meant',
      {
        events: [failed('x', namespaced('v1', 'PersistentVolumeClaim', 'other'))],
      },
    ],
  ])('is silent when %s', (_, change) => {
    const facts = diskFacts({ ...given, events: [failed('x')], ...change });
    expect(run(pvcProvisioningFailed, facts)).toEqual([]);
  });
});

describe('pvc-waiting-external-provisioner', () => {
  const WAITING =
    "Waiting for a volume to be created either by the external provisioner 'nfs.x' or";
  const work = prime('Pending');
  const held = claim('Pending', { dataSourceRef: { kind: 'VolumeImportSource', name: 'x' } });
  const waits = (about: typeof work) => event(about, 'ExternalProvisioning', WAITING, 1, 'Normal');
  const given = {
    volume: dataVolume('ImportScheduled'),
    held,
    workClaims: [work],
    events: [waits(work), waits(held)],
  };

  it('names the driver that does not answer', () => {
    const [finding] = run(pvcWaitingExternalProvisioner, diskFacts(given));
    expect(finding).toMatchObject({
      confidence: 'likely',
      explanation: { params: { provisioner: 'nfs.x' } },
    });
  });

  it.each([
    ['only the claim that CDI fills says so', { workClaims: [], events: [waits(held)] }],
    [
      'the driver has answered',
      {
        events: [event(work, 'ProvisioningFailed', 'no', 1), waits(work)],
      },
    ],
    [
      'it has not waited long',
      {
        workClaims: [prime('Pending', {}, { creationTimestamp: ago(1) })],
      },
    ],
    ['the claim has a volume', { workClaims: [prime('Bound')] }],
  ])('is silent when %s', (_, change) => {
    expect(run(pvcWaitingExternalProvisioner, diskFacts({ ...given, ...change }))).toEqual([]);
  });
});

describe('storageprofile-incomplete', () => {
  const profile = (sets: unknown) =>
    clusterScoped('cdi.kubevirt.io/v1beta1', 'StorageProfile', 'fast', {
      status: { claimPropertySets: sets },
    });
  const given = {
    volume: dataVolume(undefined, [], ASKS),
    storageClasses: [storageClass('fast')],
    storageProfiles: [profile(undefined)],
  };

  it('is found for a named class and for the default', () => {
    expect(run(storageprofileIncomplete, diskFacts(given))).toHaveLength(1);
    const byDefault = {
      ...given,
      volume: dataVolume(undefined),
      storageClasses: [storageClass('fast', DEFAULT)],
    };
    expect(run(storageprofileIncomplete, diskFacts(byDefault))).toHaveLength(1);
  });

  const modes = { storage: { ...ASKS.storage, accessModes: ['ReadWriteOnce'] } };
  it.each([
    ['the profile knows', { storageProfiles: [profile([{ accessModes: ['ReadWriteMany'] }])] }],
    ['the disk says itself', { volume: dataVolume(undefined, [], modes) }],
    ['the claim was made', { held: claim('Pending', FAST) }],
    ['there is no profile', { storageProfiles: [] }],
    ['it asks for a claim as it is', { volume: dataVolume(undefined, [], { pvc: FAST }) }],
  ])('is silent when %s', (_, change) => {
    expect(run(storageprofileIncomplete, diskFacts({ ...given, ...change }))).toEqual([]);
  });
});

describe('pvc-lost', () => {
  const volumeName = { volumeName: 'pvc-1' };
  it.each([
    ['starts', vmi('Pending'), 'critical', true],
    ['runs', vmi('Running'), 'warning', false],
  ])('while the virtual machine %s', (_, instance, severity, blocking) => {
    const given = diskFacts({ volume: dataVolume('Succeeded'), held: claim('Lost', volumeName) });
    expect(run(pvcLost, { ...given, vmi: instance })[0]).toMatchObject({ severity, blocking });
  });

  it('is silent for a claim with a volume', () => {
    expect(run(pvcLost, diskFacts({ held: claim('Bound', volumeName) }))).toEqual([]);
  });
});
