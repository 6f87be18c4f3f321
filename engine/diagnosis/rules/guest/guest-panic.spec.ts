import { event, run, vm, vmi } from '../../testing/factories';
import { guestPanic } from './guest-panic';

const before = vmi('Failed', {}, { uid: 'before' });
const panic = (minutes = 5, about = before) =>
  event(about, 'GuestPanicked', 'GuestPanicked (details unavailable)', minutes);

describe('guest-panic', () => {
  it.each([
    ['the instance failed', { vmi: vmi('Failed'), events: [panic(5, vmi())] }, 'critical'],
    ['the instance is gone', { events: [panic()] }, 'critical'],
    [
      'it runs, and panicked twice',
      { vmi: vmi('Running'), earlierEvents: [panic(), panic(9)] },
      'warning',
    ],
    ['it hangs there', { vmi: vmi('Running'), events: [panic(5, vmi())] }, 'warning'],
  ])('%s', (_, given, severity) => {
    expect(run(guestPanic, { vm: vm(), ...given })).toMatchObject([{ severity }]);
  });

  it.each([
    ['it runs again after one', { vmi: vmi('Running'), earlierEvents: [panic()] }],
    ['it was hours ago', { events: [panic(90)] }],
    ['it is asked to be off', { vm: vm({ spec: { runStrategy: 'Halted' } }), events: [panic()] }],
    ['nothing is said', { vmi: vmi('Failed') }],
  ])('is silent when %s', (_, given) =>
    expect(run(guestPanic, { vm: vm(), ...given })).toEqual([]),
  );
});
