import type { Rule } from './rule';
import { dvFailed } from './rules/storage/dv-failed';
import { importerAuth } from './rules/storage/importer-auth';
import { importerChecksumMismatch } from './rules/storage/importer-checksum-mismatch';
import { importerCrashloop } from './rules/storage/importer-crashloop';
import { importerHttpUnreachable } from './rules/storage/importer-http-unreachable';
import { importerImageTooLarge } from './rules/storage/importer-image-too-large';
import { importerNoDiskInContainer } from './rules/storage/importer-no-disk-in-container';
import { importerOomkilled } from './rules/storage/importer-oomkilled';
import { importerRegistryPullFailed } from './rules/storage/importer-registry-pull-failed';
import { importerTls } from './rules/storage/importer-tls';
import { ago, event, run } from './testing/factories';
import { claim, crashed, dataVolume, diskFacts, importer, running } from './testing/disks';

const RULES: readonly Rule[] = [
  dvFailed,
  importerAuth,
  importerChecksumMismatch,
  importerCrashloop,
  importerHttpUnreachable,
  importerImageTooLarge,
  importerNoDiskInContainer,
  importerOomkilled,
  importerRegistryPullFailed,
  importerTls,
];

const foundBy = (given: Parameters<typeof run>[1]): string[] =>
  RULES.filter((rule) => run(rule, given).length > 0).map(({ id }) => id);

describe('where an importer says what is wrong', () => {
  const volume = dataVolume('ImportInProgress');
  const held = claim('Pending');

  it('in the last words of its pod, before older conditions', () => {
    const stale = dataVolume('ImportInProgress', [running('False', 'Error', 'no such host')]);
    const importers = [importer(crashed('x509: certificate signed by unknown authority'))];
    expect(foundBy(diskFacts({ volume: stale, held, importers }))).toEqual(['importer-tls']);
  });

  it('in the reason alone', () => {
    const container = { ...crashed(''), lastState: { terminated: { reason: 'OOMKilled' } } };
    const importers = [importer(container)];
    expect(foundBy(diskFacts({ volume, held, importers }))).toEqual(['importer-oomkilled']);
  });

  it('in an event about a pod that never started', () => {
    const worker = importer({ state: { waiting: { reason: 'ContainerCreating' } } }, 'Pending');
    const events = [event(worker, 'FailedMount', 'MountVolume failed: configmap "ca" not found')];
    const given = diskFacts({ volume, held, importers: [worker], events });
    expect(foundBy(given)).toEqual(['importer-tls']);
    expect(run(importerTls, given)[0]?.explanation.params).toMatchObject({ configMap: 'ca' });
  });

  it('in no word that is known', () => {
    const importers = [importer(crashed('something new went wrong'))];
    const given = diskFacts({ volume, held, importers });
    expect(foundBy(given)).toEqual(['importer-crashloop']);
    expect(run(importerCrashloop, given)[0]?.evidence[0]?.value).toBe('something new went wrong');
    expect(foundBy(diskFacts({ volume: dataVolume('Failed'), held }))).toEqual(['dv-failed']);
  });
});

describe('an import that is no failure', () => {
  const lastState = { terminated: { exitCode: 1, reason: 'Error', message: 'no such host' } };
  const worker = (minutes: number, restartCount: number) =>
    importer({ restartCount, state: { running: { startedAt: ago(minutes) } }, lastState });
  const volume = dataVolume('ImportInProgress', [running('True', 'Pod is running', '')]);
  const held = claim('Pending');

  it.each([
    ['works again since its last failure', { volume, held, importers: [worker(6, 1)] }, []],
    [
      'has only just been started again, for the fifth time',
      { volume, held, importers: [worker(0.5, 5)] },
      ['importer-http-unreachable'],
    ],
    [
      'waits for scratch space',
      {
        volume: dataVolume('ImportScheduled', [
          running('False', 'Scratch space required and none found', 'scratch space required'),
        ]),
        held,
      },
      [],
    ],
    ['is done', { volume: dataVolume('Succeeded'), held: claim('Bound') }, []],
    ['has not begun', { volume: dataVolume('Pending'), held }, []],
    ['has no DataVolume', { held }, []],
  ])('%s', (_, given, expected) => {
    expect(foundBy(diskFacts(given))).toEqual(expected);
  });
});
