import { event, run, vm } from '../../testing/factories';
import { claim, dataVolume, diskFacts, machine, prime, storageClass } from '../../testing/disks';
import { storageclassNotFound } from './storageclass-not-found';

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

  it('tells of a disk that is still to be made, as a cause that comes later', () => {
    const template = { metadata: { name: 'root' }, spec: ASKS };
    const of = machine({ dataVolumeTemplates: [template] });
    const [finding] = run(storageclassNotFound, diskFacts({ of, storageClasses }));
    expect(finding).toMatchObject({ blocking: false, explanation: { params: { class: 'fast' } } });
    expect(finding?.evidence[0]?.path).toBe(
      '/spec/dataVolumeTemplates/0/spec/storage/storageClassName',
    );
    const held = claim('Bound', FAST);
    expect(run(storageclassNotFound, diskFacts({ of, held, storageClasses }))).toEqual([]);
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
