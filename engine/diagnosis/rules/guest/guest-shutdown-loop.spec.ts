import { ago, event, run, vm, vmi } from '../../testing/factories';
import { guestShutdownLoop } from './guest-shutdown-loop';

const ended = (uid: string, minutes: number, how = 'was shut down') =>
  event(vmi('Running', {}, { uid }), 'Stopped', `The VirtualMachineInstance ${how}.`, minutes);
const TWICE = [ended('a', 9), ended('b', 4)];
const young = vmi('Running', {}, { creationTimestamp: ago(2) });

describe('guest-shutdown-loop', () => {
  it.each([
    ['between two boots', undefined],
    ['while it boots again', vmi('Scheduling')],
    ['while it runs again', young],
  ])('is found %s', (_, instance) => {
    expect(run(guestShutdownLoop, { vm: vm(), vmi: instance, earlierEvents: TWICE })).toMatchObject(
      [{ severity: 'critical', explanation: { params: { count: 2 } } }],
    );
  });

  it.each([
    ['it happened once', { earlierEvents: [ended('a', 4)] }],
    ['it crashes', { earlierEvents: [ended('a', 9, 'crashed'), ended('b', 4, 'crashed')] }],
    [
      'somebody restarts it',
      {
        earlierEvents: [
          ...TWICE,
          ...['a', 'b'].map((uid) =>
            event(vmi('Running', {}, { uid }), 'ShuttingDown', 'Signaled Graceful Shutdown', 9),
          ),
        ],
      },
    ],
    ['it has settled', { earlierEvents: TWICE, vmi: vmi('Running') }],
    [
      'it never ran',
      { earlierEvents: TWICE, vm: vm({ status: { startFailure: { consecutiveFailCount: 1 } } }) },
    ],
    [
      'it may stay off',
      { earlierEvents: TWICE, vm: vm({ spec: { runStrategy: 'RerunOnFailure' } }) },
    ],
    ['no event is left', {}],
  ])('is silent when %s', (_, given) =>
    expect(run(guestShutdownLoop, { vm: vm(), ...given })).toEqual([]),
  );
});
