import { interpret } from '../interpret';
import { NOW } from '../testing/machines';
import { vocabularyOf } from '../vocabulary';

const namespaces = new Map([
  ['a', {}],
  ['b', {}],
]);

const read = (sentence: string): string => {
  const vocabulary = vocabularyOf([], namespaces, ['worker-1']);
  const { outcome, interpretation } = interpret(sentence, vocabulary, { now: NOW });
  return outcome === 'ok' ? interpretation.readable : outcome;
};

describe('negation takes in the nearest constraint or list', () => {
  it.each([
    ['not running VMs in a', 'Status is not Running, Project is a'],
    ['VMs not in a that are running', 'Project is not a, Status is Running'],
    ['not running or paused', 'Status is not Running or Paused'],
    ['not running, not paused', 'Status is not Running, Status is not Paused'],
    [
      "VMs that aren't windows and are running",
      'Operating system is not Windows, Status is Running',
    ],
    ['without label x, with label y', 'Label lacks x, Label has y'],
    ['no windows VMs in a', 'Operating system is not Windows, Project is a'],
    ['not (windows or in a)', 'not (Operating system is Windows or Project is a)'],
    ['all VMs except stopped', 'Status is not Stopped'],
    ['VMs except windows in a', 'ambiguous'],
    [
      'VMs except windows and the stopped ones',
      'Operating system is not Windows, Status is not Stopped',
    ],
    [
      'skip the windows ones and show me paused VMs',
      'Operating system is not Windows, Status is Paused',
    ],
    ['VMs that did not fail today', 'ambiguous'],
    ['not windows or stopped', 'ambiguous'],
    ['without label x or with label y', 'ambiguous'],
  ])('%s', (sentence, expected) => {
    expect(read(sentence)).toBe(expected);
  });
});

describe('"but" takes away from a whole, and else goes on', () => {
  it.each([
    ['everything in a but windows VMs', 'Project is a, Operating system is not Windows'],
    ['all stopped VMs but the windows ones', 'Status is Stopped, Operating system is not Windows'],
    [
      'any ubuntu version but 22.04',
      'Operating system is Ubuntu, Operating system is not Ubuntu 22.04',
    ],
    [
      'not stopped, just the failing ones in a',
      'Status is not Stopped, Status is Error, Project is a',
    ],
    ['not windows, only linux', 'Operating system is not Windows, Operating system is Linux'],
    ['stopped anywhere but in b', 'Status is Stopped, Project is not b'],
    ['all VMs that are stopped but protected', 'Status is Stopped, Deletion protection is yes'],
    ['all windows VMs but only running ones', 'Operating system is Windows, Status is Running'],
    ['all running VMs but with 8 cores', 'Status is Running, vCPU is 8'],
    [
      "windows VMs which aren't stopped and aren't in a",
      'Operating system is Windows, Status is not Stopped, Project is not a',
    ],
    ["VMs that should be running but aren't", 'Run strategy is Always, Status is not Running'],
    [
      "VMs that should be running and aren't in a",
      'Run strategy is Always, Status is not Running, Project is a',
    ],
    [
      'should be running but are not windows',
      'Run strategy is Always, Operating system is not Windows',
    ],
  ])('%s', (sentence, expected) => {
    expect(read(sentence)).toBe(expected);
  });
});

describe('what "or" and "and" join', () => {
  it.each([
    ['starting with a and ending with b', 'Name starts with a, Name ends with b'],
    ['starting with a and b', 'Name starts with a or Name starts with b'],
    ['running or paused VMs in a', 'Status is Running or Paused, Project is a'],
    ['windows, fedora and rhel', 'Operating system is Windows or Fedora or RHEL'],
    ['stopped or in a', 'Status is Stopped or Project is a'],
    ['with tpm or gpu but no snapshot', '(TPM is yes or GPU is known), Snapshot is missing'],
    ['windows with tpm or gpu', 'Operating system is Windows, (TPM is yes or GPU is known)'],
    ['with tpm or gpu and no snapshot', 'ambiguous'],
    ['stopped windows or any rhel that is not running', 'ambiguous'],
    ['with secure boot, tpm or gpu', 'Secure boot is yes or TPM is yes or GPU is known'],
    ['stopped, in b or with gpu', 'ambiguous'],
    [
      'paused in a, or stopped in b, or crash looping anywhere',
      '(Status is Paused and Project is a) or (Status is Stopped and Project is b) or Status is CrashLoopBackOff',
    ],
    ['paused in a or stopped', 'ambiguous'],
    [
      'that either lack a guest agent or cannot be migrated',
      'Guest agent is not yes or Live migratable is no',
    ],
    // A comma before the only "or" leaves what follows to the last.
    ['stopped, or paused in a', 'Status is Stopped or (Status is Paused and Project is a)'],
    ['running, or stopped and in a', 'Status is Running or (Status is Stopped and Project is a)'],
    ['windows VMs stopped, or paused in a', 'ambiguous'],
    ['running, stopped, or paused in a', 'Status is Running or Stopped or Paused, Project is a'],
    ['stopped or paused, in a', 'Status is Stopped or Paused, Project is a'],
    [
      'running fedora, or anything paused',
      '(Status is Running and Operating system is Fedora) or Status is Paused',
    ],
    // What the machines are is said of both things.
    ['that use a gpu or a tpm and are stopped', '(GPU is known or TPM is yes), Status is Stopped'],
    // Each pronoun begins one of them.
    [
      'windows VMs that are stopped and have a gpu, or that are paused',
      'Operating system is Windows, ((Status is Stopped and GPU is known) or Status is Paused)',
    ],
    ['VMs that are stopped and not in a, or that are paused', 'ambiguous'],
    // Each of one kind, with one thing said of it.
    [
      'windows in a or rhel with a gpu',
      '(Operating system is Windows and Project is a) or (Operating system is RHEL and GPU is known)',
    ],
    [
      'rhel without a snapshot or windows without a backup',
      '(Operating system is RHEL and Snapshot is missing) or (Operating system is Windows and Backup is missing)',
    ],
    [
      'windows VMs in a or rhel VMs on worker-1',
      '(Operating system is Windows and Project is a) or (Operating system is RHEL and Node is worker-1)',
    ],
    [
      'stopped without a backup or paused in b',
      '(Status is Stopped and Backup is missing) or (Status is Paused and Project is b)',
    ],
    // It may be said of both, or one would have to be of two kinds.
    ['windows in a or rhel, with a gpu', 'ambiguous'],
    ['windows in a or rhel VMs that are paused', 'ambiguous'],
    ['windows VMs in a or rhel VMs that are paused', 'ambiguous'],
    ['windows VMs in a or rhel VMs on worker-1 with a gpu', 'ambiguous'],
    ['stopped unless they are in a', 'Status is Stopped, Project is not a'],
    ['windows paused in a or stopped in b or crash looping', 'ambiguous'],
    ['stopped or paused or in a', 'Status is Stopped or Paused or Project is a'],
    [
      'windows VMs that are stopped or in a',
      'Operating system is Windows, (Status is Stopped or Project is a)',
    ],
    [
      'running in a or stopped in b',
      '(Status is Running and Project is a) or (Status is Stopped and Project is b)',
    ],
    [
      'running in a and stopped in b',
      '(Status is Running and Project is a) or (Status is Stopped and Project is b)',
    ],
    [
      'windows VMs either stopped or in a',
      'Operating system is Windows, (Status is Stopped or Project is a)',
    ],
    [
      '(stopped and windows) or in a',
      '(Status is Stopped and Operating system is Windows) or Project is a',
    ],
    [
      'windows VMs in a plus fedora VMs in b',
      '(Operating system is Windows and Project is a) or (Operating system is Fedora and Project is b)',
    ],
    ['windows VMs in a and stopped VMs in b', 'ambiguous'],
    ['VMs in a that are in b', 'ambiguous'],
    ['running stopped', 'ambiguous'],
    ['running and in a', 'Status is Running, Project is a'],
    ['label x=1 and y=2', 'Label is x=1, Label is y=2'],
    ['label x=1 or x=2', 'Label is x=1 or x=2'],
    ['running windows or in a', 'ambiguous'],
    ['stopped windows VMs or fedora VMs', 'ambiguous'],
    ['windows stopped in a or in b or fedora', 'ambiguous'],
  ])('%s', (sentence, expected) => {
    expect(read(sentence)).toBe(expected);
  });

  it('gives alternatives one group', () => {
    const { interpretation } = interpret('stopped or in a', vocabularyOf([], namespaces), {
      now: NOW,
    });
    expect(interpretation.chips.map(({ group }) => group)).toEqual(['g1', 'g1']);
  });
});

describe('a reason', () => {
  it.each([
    [
      'VMs that cannot be migrated because of their disks',
      'Live migratable is no, Not migratable because is DisksNotLiveMigratable',
    ],
    ['with reason DisksNotLiveMigratable', 'Not migratable because is DisksNotLiveMigratable'],
    ['failing because of storage', 'not_understood'],
  ])('%s', (sentence, expected) => {
    expect(read(sentence)).toBe(expected);
  });
});
