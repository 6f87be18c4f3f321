import { condition, event, run, vm, vmi } from '../../testing/factories';
import { domainStartFailed } from './domain-start-failed';

const SYNC = 'Synchronizing with the Domain failed.';
const TEXT =
  'command SyncVMI failed with Unknown: rpc error: code = Unknown desc = kvm not present and emulation is not allowed';
const conditions = [condition('Synchronized', 'False', SYNC, TEXT)];
const broken = vmi('Scheduled', { conditions });

describe('domain-start-failed', () => {
  it.each([
    ['a known refusal', { vm: vm(), vmi: broken }, 'certain'],
    [
      'an unknown one, as an event',
      { vm: vm(), vmi: vmi('Scheduled'), events: [event(vmi(), 'SyncFailed', 'something new')] },
      'likely',
    ],
    [
      'one of the last try',
      {
        vm: vm({ status: { startFailure: { lastFailedVMIUID: 'last' } } }),
        earlierEvents: [event(vmi('Failed', {}, { uid: 'last' }), 'SyncFailed', 'something new')],
      },
      'likely',
    ],
  ])('%s', (_, given, confidence) => {
    expect(run(domainStartFailed, given)).toMatchObject([{ severity: 'critical', confidence }]);
  });

  it('shows the inner text', () => {
    expect(run(domainStartFailed, { vm: vm(), vmi: broken })).toMatchObject([
      { explanation: { params: { reason: 'kvm not present and emulation is not allowed' } } },
    ]);
  });

  it.each([
    ['the guest runs', { vm: vm(), vmi: vmi('Running', { conditions }) }],
    [
      'the event is about another instance',
      {
        vm: vm(),
        vmi: vmi('Scheduled'),
        earlierEvents: [event(vmi('Failed', {}, { uid: 'old' }), 'SyncFailed', TEXT)],
      },
    ],
    [
      'another controller complains',
      {
        vm: vm(),
        vmi: vmi('Pending', {
          conditions: [condition('Synchronized', 'False', 'FailedCreate', 'x')],
        }),
      },
    ],
    ['nothing is said', { vm: vm(), vmi: vmi('Scheduled') }],
    [
      'the answer file for the setup of Windows is missing',
      {
        vm: vm(),
        vmi: vmi('Scheduled'),
        events: [
          event(
            vmi(),
            'SyncFailed',
            'Sysprep drive should contain autounattend.xml or unattend.xml but neither were found.',
          ),
        ],
      },
    ],
  ])('is silent when %s', (_, given) => expect(run(domainStartFailed, given)).toEqual([]));
});
