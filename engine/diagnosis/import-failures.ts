import { at, conditionOf, MINUTE, parseTime, textAt } from '../kubernetes';
import { containersOf, stateReasons, type ContainerStatus } from './containers';
import { saidOfDisk, saidAbout, unfilledDisks, type Disk } from './disks';
import type { Facts } from './facts';
import { phaseOf } from './intent';
import type { Statement } from './statements';

/**
 * What an importer's last words mean, most specific first: a TLS or permission error also says
 * "unable to connect", and a registry error may be any of them.
 */
const KINDS = [
  ['importer-oomkilled', /^OOMKilled$/],
  ['importer-checksum-mismatch', /checksum mismatch|^ChecksumError$/i],
  [
    'importer-tls',
    /x509: |tls: |certificate (?:has expired|signed by)|configmap "[^"]+" not found/,
  ],
  [
    'importer-auth',
    /got 40[13]\b|status(?: code)?:? 40[13]\b|\bunauthorized\b|(?<!permission )\bdenied\b|authentication required|Access_?Denied|InvalidAccessKeyId|SignatureDoesNotMatch|ExpiredToken|incorrect user name|secret "[^"]+" not found/i,
  ],
  [
    'importer-image-too-large',
    /is larger than (?:the reported )?available (?:storage|size)|^(?![^]*\/scratch)[^]*no space left on device/i,
  ],
  [
    'importer-no-disk-in-container',
    /Failed to find VM disk image file|bootc image detected|contains more than one file|Error validating architecture/i,
  ],
  [
    'importer-registry-pull-failed',
    /failed to pull image|Failed to read registry image|Error retrieving image|manifest unknown|ImagePullFailed|ErrImagePull|ImagePullBackOff/i,
  ],
  [
    'importer-http-unreachable',
    /Unable to connect to \w+ data source|expected status code 200|dial tcp|no such host|i\/o timeout|connection refused|network is unreachable|no route to host/i,
  ],
] as const;

/** The last two are for failures of which nothing known is said. */
export type ImportFailureKind = (typeof KINDS)[number][0] | 'dv-failed' | 'importer-crashloop';

/** What one text of an importer or of CDI says went wrong. */
const kindOf = (text: string): ImportFailureKind | undefined =>
  KINDS.find(([, pattern]) => pattern.test(text))?.[0];

/** A disk whose import fails now, and what was said that tells how. */
export type ImportFailure = {
  readonly disk: Disk;
  readonly kind: ImportFailureKind;
  readonly said?: Statement;
};

const WAITING_IN_VAIN =
  /^(?:CrashLoopBackOff|Error|ErrImagePull|ImagePullBackOff|ImagePullFailed|CreateContainerConfigError|CreateContainerError|OOMKilled|ChecksumError)$/;

const MISSING_INPUT = /(?:secret|configmap) "[^"]+" not found/;

/** Restarts after which a container is not just unlucky. */
const OFTEN = 3;

/** Restarted often, and the last time so short ago that it has proved nothing yet. */
const isRetrying = ({ entry, restarts }: ContainerStatus, now: number): boolean => {
  const started = parseTime(textAt(entry, 'state', 'running', 'startedAt'));
  return restarts >= OFTEN && started !== undefined && now - started < 2 * MINUTE;
};

const hasStopped = (container: ContainerStatus): boolean =>
  at(container.entry, 'state', 'running') === undefined &&
  stateReasons(container).some((reason) => WAITING_IN_VAIN.test(reason));

/** True when the importer fails now; one that failed once and works again is no failure. */
const isFailing = (disk: Disk, { events }: Pick<Facts, 'events'>, now: number): boolean => {
  const dataVolume = disk.dataVolume?.object;
  const running = conditionOf(dataVolume, 'Running');
  const containers = disk.workers.flatMap(containersOf);
  return (
    phaseOf(dataVolume) === 'Failed' ||
    (running?.status === 'False' && WAITING_IN_VAIN.test(running.reason)) ||
    containers.some((container) => hasStopped(container) || isRetrying(container, now)) ||
    (disk.workers.some((worker) => phaseOf(worker) === 'Pending') &&
      saidOfDisk(disk, events).some(
        ({ reason, text }) => reason === 'FailedMount' && MISSING_INPUT.test(text),
      ))
  );
};

const failureOf = (disk: Disk, { events }: Pick<Facts, 'events'>): ImportFailure[] => {
  const statements = saidAbout(disk, events);
  for (const said of statements) {
    const kind = kindOf(said.text) ?? kindOf(said.reason);
    if (kind !== undefined) return [{ disk, kind, said }];
  }
  const restarts = disk.workers.flatMap(containersOf).map((container) => container.restarts);
  const isOver = phaseOf(disk.dataVolume?.object) === 'Failed';
  if (!isOver && Math.max(0, ...restarts) < OFTEN) return [];
  const said = statements.find(
    ({ text, reason, about }) =>
      text !== '' && reason !== 'CrashLoopBackOff' && about.kind === 'Pod',
  );
  const kind = isOver ? 'dv-failed' : 'importer-crashloop';
  return [{ disk, kind, ...(said === undefined ? {} : { said }) }];
};

/** The disks whose import fails now, each with what its importer last said. */
export const importFailures = (
  facts: Pick<Facts, 'dataVolumes' | 'claims' | 'workClaims' | 'importers' | 'events'>,
  now: number,
): ImportFailure[] =>
  unfilledDisks(facts)
    .filter((disk) => disk.dataVolume?.object !== undefined && isFailing(disk, facts, now))
    .flatMap((disk) => failureOf(disk, facts));
