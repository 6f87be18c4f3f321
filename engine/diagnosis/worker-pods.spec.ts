import type { KubeObject } from '../kubernetes';
import { claim, dataVolume, diskFacts, importer, running } from './testing/disks';
import { event } from './testing/factories';
import { unmadeWorkers } from './worker-pods';

const said = (pod: string): string =>
  `Error starting pod '${pod}': For more information, request access to cdi-deploy logs from your sysadmin`;

const FROM_IMAGES = { annotations: { 'cdi.kubevirt.io/dataSourceNamespace': 'images' } };

const unmade = (volume: KubeObject, rest: Parameters<typeof diskFacts>[0] = {}) => {
  const { dataVolumes = [], claims = [], ...more } = diskFacts({ volume, ...rest });
  return unmadeWorkers({ dataVolumes, claims, events: [], ...more });
};

describe('a pod that CDI could not make', () => {
  it.each([
    ['of an import', 'ErrStartingPod', 'importer-prime-1', {}, 'ns', false],
    ['of an upload, for a quota', 'ErrExceededQuota', 'cdi-upload-root', {}, 'ns', true],
    ['of a clone from elsewhere', 'ErrExceededQuota', 'u1-source-pod', FROM_IMAGES, 'images', true],
    ['of a clone in one project', 'ErrStartingPod', 'u1-source-pod', {}, 'ns', false],
    ['beside the target', 'ErrStartingPod', 'cdi-upload-root', FROM_IMAGES, 'ns', false],
  ])('%s', (_, reason, pod, metadata, namespace, isOverQuota) => {
    const volume = dataVolume('ImportScheduled', [running('False', reason, said(pod))]);
    const held = claim('Pending', {}, metadata);
    expect(unmade(volume, { held })).toMatchObject([{ pod, namespace, isOverQuota }]);
  });

  const held = claim('Pending');
  const told = [event(held, 'ErrExceededQuota', `[prime-1] : ${said('importer-1')}`)];

  it('is told of by an event alone', () => {
    const volume = dataVolume('CloneInProgress', [running('True', 'Pod is running', '')]);
    expect(unmade(volume, { held, events: told })).toMatchObject([{ pod: 'importer-1' }]);
  });

  it('is not told of by an event once there is a pod, or something is copied', () => {
    const volume = dataVolume('ImportScheduled');
    const importers = [importer({}, 'Pending')];
    expect(unmade(volume, { held, events: told, importers })).toEqual([]);
    const copied = { ...volume, status: { phase: 'CloneInProgress', progress: '4.10%' } };
    expect(unmade(copied, { held, events: told })).toEqual([]);
  });

  it('is nothing to a disk that is filled', () => {
    const conditions = [running('False', 'ErrStartingPod', said('importer-1'))];
    expect(unmade(dataVolume('Succeeded', conditions))).toEqual([]);
  });
});
