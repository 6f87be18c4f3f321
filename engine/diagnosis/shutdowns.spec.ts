import { known } from './gather/read';
import { ago, event, NOW, pod, vm, vmi } from './testing/factories';
import { endingsOf, hasLostItsPod, isLeftOff, lastRun, mayBeLooping } from './shutdowns';

const of = (uid: string) => vmi('Running', {}, { uid });
const stopped = (uid: string, how: string, minutes: number) =>
  event(of(uid), 'Stopped', `The VirtualMachineInstance ${how}.`, minutes);

describe('endingsOf', () => {
  it('tells shutdowns from crashes, and those that somebody asked for, newest first', () => {
    const endings = endingsOf(
      {
        events: [stopped('c', 'crashed', 2), event(of('b'), 'ShuttingDown', 'Signaled', 5)],
        earlierEvents: [stopped('a', 'was shut down', 9), stopped('b', 'was shut down', 4)],
      },
      NOW,
    );
    expect(endings.map(({ how, wasAsked }) => [how, wasAsked])).toEqual([
      ['crashed', false],
      ['shut-down', true],
      ['shut-down', false],
    ]);
  });
  it('forgets after an hour', () => {
    expect(endingsOf({ events: [stopped('a', 'crashed', 61)], earlierEvents: [] }, NOW)).toEqual(
      [],
    );
  });
});

describe('an instance that may be one more round of a loop', () => {
  const machine = vm({ metadata: { creationTimestamp: ago(60) } });
  const made = (minutes: number) => vmi('Running', {}, { creationTimestamp: ago(minutes) });
  const created = event(machine, 'SuccessfulCreate', 'Started', 2, 'Normal');
  const ends = [3, 9].map((minutes) => event(machine, 'SuccessfulDelete', 'Stopped', minutes));
  const asked = event(made(9), 'ShuttingDown', 'Signaled', 9, 'Normal');
  const looks = (instance: object, events: readonly object[], of = machine) =>
    mayBeLooping(
      {
        vm: known(of),
        vmi: known({ ...instance }),
        events: known(events.map((one) => ({ ...one }))),
        earlierEvents: known([]),
      },
      NOW,
    );

  it.each([
    ['nothing tells of its start', made(2), [], true],
    ['its start is told', made(2), [created], false],
    ['those before it ended, and nobody asked', made(2), [created, ...ends], true],
    ['somebody asked', made(2), [created, ...ends, asked], false],
    ['it has been up for longer', made(10), [], false],
    ['it is the first one', made(58), [], false],
  ])('%s', (_, instance, events, loops) => expect(looks(instance, events)).toBe(loops));

  it('is none where nothing starts it again', () => {
    const manual = vm({
      metadata: { creationTimestamp: ago(60) },
      spec: { runStrategy: 'Manual' },
    });
    expect(looks(made(2), [], manual)).toBe(false);
  });
});

describe('a machine whose instance ended', () => {
  const machine = (runStrategy: string, printableStatus = 'Stopped') =>
    vm({ spec: { runStrategy }, status: { printableStatus } });
  const ended = (phase: string, minutes: number, metadata = {}) =>
    vmi(
      phase,
      { phaseTransitionTimestamps: [{ phase, phaseTransitionTimestamp: ago(minutes) }] },
      metadata,
    );

  it.each([
    ['Manual, shut down', machine('Manual'), vmi('Succeeded'), true],
    ['Manual, crashed', machine('Manual'), vmi('Failed'), true],
    ['RerunOnFailure, crashed', machine('RerunOnFailure'), vmi('Failed'), false],
    ['RerunOnFailure, gone', machine('RerunOnFailure'), undefined, true],
    ['Manual, gone', machine('Manual'), undefined, false],
    ['Once, not begun', machine('Once', 'Starting'), undefined, false],
    ['Always', machine('Always'), vmi('Succeeded'), false],
    ['being deleted', machine('Once'), vmi('Failed', {}, { deletionTimestamp: ago(1) }), false],
    ['running', machine('Once', 'Running'), vmi('Running'), false],
  ])('%s: left off', (_, one, instance, isLeft) => expect(isLeftOff(one, instance)).toBe(isLeft));

  it('ran from its last start to its end', () => {
    const events = [3, 30].map((minutes) => event(vmi(), 'Started', 'started', minutes, 'Normal'));
    const instance = ended('Succeeded', 10, { creationTimestamp: ago(40) });
    const facts = { vm: machine('Manual'), vmi: instance, events, earlierEvents: [] };
    expect(lastRun(facts, NOW)).toEqual({ began: NOW - 30 * 60_000, ended: NOW - 10 * 60_000 });
  });

  it.each([
    ['within the hour', ended('Succeeded', 59), [], true],
    ['longer ago', ended('Succeeded', 61), [], false],
    ['its pod is there', ended('Succeeded', 59), [pod()], false],
    ['nothing tells when', vmi('Succeeded'), [], false],
  ])('%s: has lost its pod', (_, instance, pods, isLost) =>
    expect(hasLostItsPod({ vm: machine('Manual'), vmi: instance, pods }, NOW)).toBe(isLost),
  );
});
