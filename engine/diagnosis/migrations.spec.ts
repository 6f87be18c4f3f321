import { nameOf } from '../kubernetes';
import { ago, condition, contextOf, event, namespaced, pod, vm, vmi } from './testing/factories';
import { refusalsOf, stalledMigration } from './migrations';

const migration = (phase: string, minutes = 10) =>
  namespaced('kubevirt.io/v1', 'VirtualMachineInstanceMigration', 'm1', {
    metadata: { creationTimestamp: ago(minutes) },
    status: { phase },
  });
const refused = (minutes: number) =>
  event(vmi(), 'FailedCreate', 'Error creating pod: no', minutes);
const nothing = { vm: vm(), vmi: vmi(), pods: [], migrations: [], events: [] };
const moving = {
  ...nothing,
  vmi: vmi('Running'),
  pods: [pod()],
  migrations: [migration('Pending')],
};

describe('why a launcher pod is not made', () => {
  it('is critical of a start, and of a move a warning', () => {
    const events = [refused(1)];
    expect(refusalsOf({ ...nothing, events })).toMatchObject({
      severity: 'critical',
      said: [{ text: 'Error creating pod: no' }],
    });
    expect(refusalsOf({ ...moving, events })).toMatchObject({
      severity: 'warning',
      said: [{ text: 'Error creating pod: no' }],
    });
  });

  it('is told of a move by events since its beginning, and by no condition', () => {
    const conditions = [condition('Synchronized', 'False', 'FailedCreate', 'of the start')];
    const given = { ...moving, vmi: vmi('Running', { conditions }) };
    expect(refusalsOf({ ...given, events: [refused(20)] })?.said).toEqual([]);
    expect(refusalsOf(given)?.said).toEqual([]);
  });

  it.each([
    ['the pod of the start is there', { ...nothing, pods: [pod()] }],
    ['the target is there', { ...moving, migrations: [migration('Scheduling')] }],
    ['the move is over', { ...moving, migrations: [migration('Failed')] }],
    ['no move was asked for', { ...moving, migrations: [] }],
  ])('is nothing when %s', (_, given) =>
    expect(refusalsOf({ ...given, events: [refused(1)] })).toBeUndefined(),
  );
});

describe('a migration that does not get on', () => {
  it.each([
    ['waits for hours', 'Pending', 120, 'why does it not migrate?', 'm1'],
    ['waits its turn', 'Pending', 20, 'why does it not migrate?', undefined],
    ['is of no interest', 'Pending', 120, 'why is it slow?', undefined],
    ['is over', 'Succeeded', 120, 'why does it not migrate?', undefined],
  ])('is one that %s', (_, phase, minutes, question, name) => {
    const read = <T>(value: T) => ({ value, missed: [] });
    const seen = {
      vm: read(moving.vm),
      vmi: read(moving.vmi),
      pods: read(moving.pods),
      migrations: read([migration(phase, minutes)]),
    };
    const stalled = stalledMigration(seen, contextOf({ question }));
    expect(stalled && nameOf(stalled)).toBe(name);
  });
});
