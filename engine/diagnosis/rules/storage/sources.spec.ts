import { recordAt } from '../../../kubernetes';
import {
  ago,
  condition,
  event,
  lookup,
  missing,
  namespaced,
  run,
  vmi,
} from '../../testing/factories';
import { claim, dataVolume, diskFacts, machine } from '../../testing/disks';
import { cloneSourceInUse } from './clone-source-in-use';
import { cloneSourceMissing } from './clone-source-missing';
import { datasourceNotReady } from './datasource-not-ready';
import { dvStorageQuotaExceeded } from './dv-storage-quota-exceeded';
import { uploadNeverCompleted } from './upload-never-completed';
import { wffcWaiting } from './wffc-waiting';

const PVC = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  name: 'golden',
  namespace: 'images',
};
const CLONE = { source: { pvc: { namespace: 'images', name: 'golden' } }, storage: {} };
const NAME = ['spec', 'source', 'pvc', 'name'];

const REF = { kind: 'DataSource', namespace: 'images', name: 'fedora' };
const templated = machine({
  dataVolumeTemplates: [{ metadata: { name: 'root' }, spec: { sourceRef: REF } }],
});
const REF_NAME = ['spec', 'dataVolumeTemplates', 0, 'spec', 'sourceRef', 'name'];
const SOURCE = { ...REF, apiVersion: 'cdi.kubevirt.io/v1beta1' };

describe('clone-source-missing', () => {
  const volume = dataVolume('CloneScheduled', [], CLONE);
  const absent = { volume, held: claim('Pending'), cloneSources: [missing(PVC, volume, ...NAME)] };

  it('names the claim and its project', () => {
    const [finding] = run(cloneSourceMissing, diskFacts(absent));
    expect(finding).toMatchObject({ severity: 'critical', confidence: 'certain', blocking: true });
    expect(finding?.explanation.params).toMatchObject({ source: 'golden', namespace: 'images' });
  });

  it('finds a boot source that is missing, before there is a DataVolume', () => {
    const dataSources = [missing(SOURCE, templated, ...REF_NAME)];
    const [finding] = run(cloneSourceMissing, diskFacts({ of: templated, dataSources }));
    expect(finding?.explanation.params).toMatchObject({ kind: 'DataSource', source: 'fedora' });
  });

  const there = namespaced('v1', 'PersistentVolumeClaim', 'golden');
  it.each([
    ['the source exists', { cloneSources: [lookup(there, volume, ...NAME)] }],
    ['the clone is done', { volume: dataVolume('Succeeded', [], CLONE) }],
    ['nobody waits', { of: machine({ runStrategy: 'Halted' }, { printableStatus: 'Stopped' }) }],
  ])('is silent when %s', (_, change) => {
    expect(run(cloneSourceMissing, diskFacts({ ...absent, ...change }))).toEqual([]);
  });
});

describe('clone-source-in-use', () => {
  const held = claim('Pending');
  const volume = dataVolume('CloneInProgress', [], CLONE);
  const inUse = event(
    held,
    'CloneSourceInUse',
    'pod images/virt-launcher-golden-vm-9wq4z using PersistentVolumeClaim golden',
  );

  it('names the pod and how to stop the virtual machine in it', () => {
    const [finding] = run(cloneSourceInUse, diskFacts({ volume, held, events: [inUse] }));
    expect(finding?.fixes[0]).toMatchObject({
      command: 'virtctl stop golden-vm -n images',
      risk: 'manual',
    });
  });

  it('knows the reason that older releases of CDI give', () => {
    const older = { ...inUse, reason: 'SmartCloneSourceInUse' };
    expect(run(cloneSourceInUse, diskFacts({ volume, held, events: [older] }))).toHaveLength(1);
  });

  it.each([
    ['the clone is done', { volume: dataVolume('Succeeded'), held, events: [inUse] }],
    [
      'it went on since',
      { volume, held, events: [event(held, 'CloneSucceeded', 'done', 1), inUse] },
    ],
    [
      'the copy has begun',
      {
        volume: { ...volume, status: { ...recordAt(volume, 'status'), progress: '4.1%' } },
        held,
        events: [inUse],
      },
    ],
    ['nothing was said', { volume, held }],
  ])('is silent when %s', (_, given) => {
    expect(run(cloneSourceInUse, diskFacts(given))).toEqual([]);
  });
});

describe('datasource-not-ready', () => {
  const source = (status: string) =>
    namespaced(SOURCE.apiVersion, 'DataSource', 'fedora', {
      status: { conditions: [condition('Ready', status, 'NotFound', 'PVC fedora-1 not found')] },
    });
  const facts = (status: string, phase = 'Pending') =>
    diskFacts({
      of: templated,
      volume: dataVolume(phase),
      dataSources: [lookup(source(status), templated, ...REF_NAME)],
    });

  it('shows why', () => {
    const [finding] = run(datasourceNotReady, facts('False'));
    expect(finding?.evidence[0]?.value).toBe('PVC fedora-1 not found');
  });

  it.each([
    ['it is ready', facts('True')],
    ['the disk was cloned long ago', facts('False', 'Succeeded')],
    ['the virtual machine runs', { ...facts('False'), vmi: vmi('Running') }],
  ])('is silent when %s', (_, given) => {
    expect(run(datasourceNotReady, given)).toEqual([]);
  });
});

describe('dv-storage-quota-exceeded', () => {
  const quota = (used: string, name = 'storage', resource = 'requests.storage') =>
    namespaced('v1', 'ResourceQuota', name, {
      status: { hard: { [resource]: '100Gi' }, used: { [resource]: used } },
    });
  const refused = (resource: string) =>
    `persistentvolumeclaims "root" is forbidden: exceeded quota: storage, requested: ${resource}=30Gi, used: ${resource}=90Gi, limited: ${resource}=100Gi`;
  const volume = (resource = 'requests.storage') =>
    dataVolume('Pending', [condition('Bound', 'Unknown', 'ErrExceededQuota', refused(resource))]);

  it('is certain when the quota still has no room', () => {
    const given = diskFacts({ volume: volume(), quotas: [quota('90Gi')] });
    expect(run(dvStorageQuotaExceeded, given)[0]).toMatchObject({
      confidence: 'certain',
      blocking: true,
      explanation: { params: { quota: 'storage', resource: 'requests.storage' } },
    });
  });

  it('finds the quota of one class', () => {
    const resource = 'fast.storageclass.storage.k8s.io/requests.storage';
    const quotas = [quota('90Gi', 'storage', resource)];
    const given = diskFacts({ volume: volume(resource), quotas });
    expect(run(dvStorageQuotaExceeded, given)).toHaveLength(1);
  });

  it('is likely when only the quota tells', () => {
    const given = diskFacts({ volume: dataVolume('Pending'), quotas: [quota('90Gi')] });
    expect(run(dvStorageQuotaExceeded, given)[0]).toMatchObject({
      confidence: 'likely',
      blocking: false,
    });
  });

  it.each([
    ['there is room since', { volume: volume(), quotas: [quota('10Gi')] }],
    ['the quota is gone', { volume: volume(), quotas: [] }],
    [
      'memory is short, not storage',
      {
        volume: volume('requests.memory'),
        quotas: [quota('90Gi', 'storage', 'requests.memory')],
      },
    ],
    [
      'the claim was made',
      {
        volume: dataVolume('Pending'),
        held: claim('Pending'),
        quotas: [quota('90Gi')],
      },
    ],
    [
      'another quota is full',
      { volume: volume(), held: claim('Pending'), quotas: [quota('99Gi', 'x')] },
    ],
  ])('is silent when %s', (_, given) => {
    expect(run(dvStorageQuotaExceeded, diskFacts(given))).toEqual([]);
  });
});

describe('upload-never-completed', () => {
  const upload = { source: { upload: {} }, storage: {} };
  const given = { volume: dataVolume('UploadReady', [], upload), held: claim('Pending') };

  it('says how to upload', () => {
    expect(run(uploadNeverCompleted, diskFacts(given))[0]?.fixes[0]?.command).toMatch(
      /^virtctl image-upload dv root /,
    );
  });

  it.each([
    [
      'it was made just now',
      {
        volume: dataVolume('UploadReady', [], upload, { creationTimestamp: ago(3) }),
      },
    ],
    ['it is done', { volume: dataVolume('Succeeded', [], upload) }],
    ['the disk has another source', { volume: dataVolume('UploadReady') }],
  ])('is silent when %s', (_, change) => {
    expect(run(uploadNeverCompleted, diskFacts({ ...given, ...change }))).toEqual([]);
  });
});

describe('wffc-waiting', () => {
  const halted = machine({ runStrategy: 'Halted' }, { printableStatus: 'Stopped' });

  it.each(['WaitForFirstConsumer', 'PendingPopulation'])(
    '%s of a stopped VM is no fault',
    (phase) => {
      const [finding] = run(wffcWaiting, diskFacts({ of: halted, volume: dataVolume(phase) }));
      expect(finding).toMatchObject({ severity: 'info', verdict: 'stopped' });
    },
  );

  it.each([
    ['the virtual machine should run', { volume: dataVolume('WaitForFirstConsumer') }],
    ['the disk is filled', { of: halted, volume: dataVolume('Succeeded') }],
  ])('is silent when %s', (_, given) => {
    expect(run(wffcWaiting, diskFacts(given))).toEqual([]);
  });
});
