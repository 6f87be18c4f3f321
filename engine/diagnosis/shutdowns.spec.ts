import { event, NOW, vmi } from './testing/factories';
import { endingsOf } from './shutdowns';

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
