import { ago, condition, event, namespaced, run } from '../../testing/factories';
import { claim, dataVolume, diskFacts, importer, machine, prime, PRIME } from '../../testing/disks';
import { cloneValidationFailed } from './clone-validation-failed';
import { dvCloneUnauthorized } from './dv-clone-unauthorized';
import { dvCreateFailed } from './dv-create-failed';
import { importerScratchPending } from './importer-scratch-pending';
import { importerUnschedulable } from './importer-unschedulable';

const failure = (message: string) =>
  machine({}, { conditions: [condition('Failure', 'True', 'FailedCreate', message)] });

describe('dv-clone-unauthorized', () => {
  const TEXT =
    'Not authorized to create DataVolume root: User system:serviceaccount:ns:default has insufficient permissions in clone source namespace images';

  it.each([
    ['the condition', diskFacts({ of: failure(TEXT) })],
    ['an event', diskFacts({ events: [event(machine(), 'UnauthorizedDataVolumeCreate', TEXT)] })],
  ])('is read from %s and gives only the right that is missing', (_, given) => {
    const [finding] = run(dvCloneUnauthorized, given);
    expect(finding?.fixes[0]).toMatchObject({ risk: 'manual' });
    expect(finding?.fixes[0]?.command).toContain('--serviceaccount=ns:default -n images');
  });

  it('is over when the DataVolume was made', () => {
    const given = diskFacts({ of: failure(TEXT), volume: dataVolume('Pending') });
    expect(run(dvCloneUnauthorized, given)).toEqual([]);
  });
});

describe('dv-create-failed', () => {
  const TEXT = 'Error creating DataVolume root: admission webhook denied the request: bad';
  const events = [event(machine(), 'FailedDataVolumeCreate', TEXT)];

  it('names the DataVolume that was refused', () => {
    const [finding] = run(dvCreateFailed, diskFacts({ of: failure(TEXT), events }));
    expect(finding).toMatchObject({ blocking: true, explanation: { params: { name: 'root' } } });
  });

  it.each([
    ['nothing fails any more', diskFacts({ events })],
    [
      'the DataVolume was made',
      diskFacts({ of: failure(TEXT), volume: dataVolume('Pending'), events }),
    ],
    ['something else failed', diskFacts({ of: failure('quota') })],
  ])('is silent when %s', (_, given) => {
    expect(run(dvCreateFailed, given)).toEqual([]);
  });
});

describe('clone-validation-failed', () => {
  const held = claim('Pending');
  const facts = (reason: string, text: string) =>
    diskFacts({ volume: dataVolume('Pending'), held, events: [event(held, reason, text)] });

  it.each([
    ['CloneValidationFailed', 'target resources requests storage size is smaller', /smaller/],
    ['IncompatibleVolumeModes', 'The volume modes of source and target are incompatible', /mode/],
  ])('%s', (reason, text, why) => {
    expect(run(cloneValidationFailed, facts(reason, text))[0]?.explanation.id).toMatch(why);
  });

  it('does not take a fallback to copying for an error', () => {
    const given = facts('NoVolumeSnapshotClass', 'falling back to host assisted clone');
    expect(run(cloneValidationFailed, given)).toEqual([]);
  });
});

describe('what an importer waits for', () => {
  const refused = importer({}, 'Pending');
  const worker = {
    ...refused,
    status: {
      phase: 'Pending',
      conditions: [condition('PodScheduled', 'False', 'Unschedulable', '0/3 nodes are available')],
    },
  };
  const scratch = namespaced('v1', 'PersistentVolumeClaim', `${PRIME}-scratch`, {
    status: { phase: 'Pending' },
  });
  const given = {
    volume: dataVolume('ImportScheduled'),
    held: claim('Pending'),
    importers: [worker],
  };

  it('a node', () => {
    expect(run(importerUnschedulable, diskFacts(given))[0]?.evidence[0]?.value).toMatch(/^0\/3/);
    expect(run(importerScratchPending, diskFacts(given))).toEqual([]);
  });

  it('scratch space', () => {
    const facts = diskFacts({ ...given, workClaims: [prime('Bound'), scratch] });
    expect(run(importerScratchPending, facts)).toHaveLength(1);
    expect(run(importerUnschedulable, facts)).toEqual([]);
  });

  it('scratch space, for a moment', () => {
    const fresh = { ...scratch, metadata: { name: `${PRIME}-scratch`, creationTimestamp: ago(1) } };
    const facts = diskFacts({ ...given, workClaims: [fresh] });
    expect(run(importerScratchPending, facts)).toEqual([]);
  });

  it('nothing, when it runs', () => {
    const facts = diskFacts({ ...given, importers: [importer({ state: { running: {} } })] });
    expect(run(importerUnschedulable, facts)).toEqual([]);
  });
});
