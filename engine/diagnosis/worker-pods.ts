import { annotationsOf, textAt, type KubeObject } from '../kubernetes';
import { namespaceOfDisk, saidOfDisk, unfilledDisks, type Disk, type DiskFacts } from './disks';
import { SOURCE_PROJECT } from './gather/work-claims';
import type { Amounts } from './quotas';
import { firstMatch, saidByConditions, type Statement } from './statements';

/** A pod that is to fill a disk, and that CDI could not make. */
export type UnmadeWorker = {
  readonly disk: Disk;
  readonly pod: string;
  /** The project it is to be made in. */
  readonly namespace: string;
  /** All that CDI tells of the reason outside its own log. */
  readonly isOverQuota: boolean;
  readonly said: Statement;
};

const UNMADE = /Error starting pod '([^']+)'/;

/** Pods half way of a clone are made in the project of its source. */
const BESIDE_SOURCE = /-source-pod$|tmp-pvc-/;

/** The project of the source that a disk is cloned from. */
const sourceProjectOf = ({ claim, dataVolume }: Disk): string | undefined =>
  annotationsOf(claim?.object)[SOURCE_PROJECT] ??
  textAt(dataVolume?.object, 'spec', 'source', 'pvc', 'namespace');

/** What is copied already, or a worker that is there, outlives the words of an event. */
const hasBegun = ({ dataVolume, workers }: Disk): boolean =>
  workers.length > 0 || /\d/.test(textAt(dataVolume?.object, 'status', 'progress') ?? '');

/** The disks that wait for a pod which CDI cannot make. Of the source of a clone only events tell. */
export const unmadeWorkers = (
  facts: DiskFacts & { readonly events: readonly KubeObject[] },
): UnmadeWorker[] =>
  unfilledDisks(facts).flatMap((disk) => {
    const told = hasBegun(disk) ? [] : saidOfDisk(disk, facts.events);
    const said = firstMatch([...saidByConditions(disk.dataVolume?.object), ...told], UNMADE);
    if (said === undefined) return [];
    const pod = said.match[1] ?? '';
    const own = namespaceOfDisk(disk);
    return [
      {
        disk,
        pod,
        namespace: BESIDE_SOURCE.test(pod) ? (sourceProjectOf(disk) ?? own) : own,
        isOverQuota: said.statement.reason.includes('ErrExceededQuota'),
        said: said.statement,
      },
    ];
  });

/** What such a pod counts as in a quota, unless the resource of CDI sets other sizes. */
export const WORKER_AMOUNTS: Amounts = {
  pods: '1',
  'count/pods': '1',
  'limits.cpu': '750m',
  'limits.memory': '600M',
  'requests.cpu': '100m',
  'requests.memory': '60M',
  cpu: '100m',
  memory: '60M',
};
