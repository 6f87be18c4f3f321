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
import { ago, event, run, vmi } from './testing/factories';
import { claim, crashed, dataVolume, diskFacts, importer, machine, running } from './testing/disks';

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

const failing = (message: string) =>
  diskFacts({
    volume: dataVolume('ImportInProgress', [running('False', 'Error', message)]),
    held: claim('Pending'),
  });

const GET = 'Unable to connect to http data source: Get "https://h/x": ';

describe('one rule finds each way an import fails', () => {
  it.each([
    [
      'Unable to connect to http data source: expected status code 200, got 404.',
      'http-unreachable',
    ],
    [`${GET}dial tcp: lookup h on 10.0.0.1:53: no such host`, 'http-unreachable'],
    [`${GET}dial tcp 10.0.0.9:443: connect: connection refused`, 'http-unreachable'],
    [`${GET}proxyconnect tcp: dial tcp 10.0.0.9:3128: i/o timeout`, 'http-unreachable'],
    [
      `${GET}tls: failed to verify certificate: x509: certificate signed by unknown authority`,
      'tls',
    ],
    [`${GET}x509: certificate has expired or is not yet valid`, 'tls'],
    [`${GET}x509: certificate is valid for a.example, not h`, 'tls'],
    ['Unable to connect to http data source: expected status code 200, got 401.', 'auth'],
    ['Unable to connect to http data source: expected status code 200, got 403.', 'auth'],
    ['Failed to read registry image: unauthorized: access to the resource is denied', 'auth'],
    [
      'Failed to read registry image: Error retrieving image: manifest unknown',
      'registry-pull-failed',
    ],
    ['Failed to read registry image: pinging: dial tcp: no such host', 'registry-pull-failed'],
    [
      'virtual image size 5 is larger than the reported available storage 4. A larger',
      'image-too-large',
    ],
    [
      'Virtual image size 5 is larger than available size 4 (PVC size 4, reserved',
      'image-too-large',
    ],
    ['Failed to find VM disk image file in the container image', 'no-disk-in-container'],
    ['checksum mismatch: expected sha256:00, got sha256:11', 'checksum-mismatch'],
  ])('%s', (message, kind) => {
    expect(foundBy(failing(message))).toEqual([`importer-${kind}`]);
  });
});

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

describe('a finding about an import', () => {
  const message = 'expected status code 200, got 404. Status: 404 Not Found';

  it('names the host without the password of the URL, and shows what was said', () => {
    const [finding] = run(importerHttpUnreachable, failing(message));
    expect(finding).toMatchObject({
      severity: 'critical',
      blocking: true,
      explanation: { params: { host: 'images.example.com:8443', status: '404', disk: 'root' } },
    });
    expect(finding?.evidence[0]?.value).toBe(message);
    expect(JSON.stringify(finding)).not.toContain('me:word');
  });

  it('is a warning while the virtual machine runs or is not asked to', () => {
    const given = failing(message);
    const halted = machine({ runStrategy: 'Halted' });
    expect(run(importerHttpUnreachable, { ...given, vmi: vmi('Running') })[0]?.severity).toBe(
      'warning',
    );
    expect(run(importerHttpUnreachable, { ...given, vm: halted })[0]?.severity).toBe('warning');
  });

  it('corrects the size in the template, with what a file system takes on top', () => {
    const [finding] = run(
      importerImageTooLarge,
      failing('virtual image size 42949672960 is larger than the reported available storage 1.'),
    );
    expect(finding?.fixes[0]?.command).toContain('"value":"43Gi"');
    expect(finding?.fixes.every(({ risk }) => risk === 'manual')).toBe(true);
  });
});
