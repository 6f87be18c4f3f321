import { ago, condition, run, vm, vmi } from '../../testing/factories';
import { runstrategyWaitAsReceiver } from './runstrategy-wait-as-receiver';

const waiting = (status: object = {}, minutes = 5) => ({
  vm: vm({
    spec: { runStrategy: 'WaitAsReceiver' },
    status: { printableStatus: 'WaitingForReceiver' },
  }),
  vmi: vmi('WaitingForSync', { ...status }, { creationTimestamp: ago(minutes) }),
});
const FAILED = condition(
  'DecentralizedLiveMigrationFailure',
  'True',
  'ConnectionFailed',
  'unable to connect to the source',
);

describe('runstrategy-wait-as-receiver', () => {
  it.each([
    ['waits as asked', waiting(), 'info', 'in_progress'],
    ['waits for long', waiting({}, 90), 'warning', undefined],
    ['was told of a failure', waiting({ conditions: [FAILED] }), 'critical', undefined],
  ])('%s', (_, given, severity, verdict) => {
    const [finding] = run(runstrategyWaitAsReceiver, given);
    expect([finding?.severity, finding?.verdict]).toEqual([severity, verdict]);
  });

  it.each([
    ['it is only starting', { vm: vm(), vmi: vmi('Scheduling') }],
    ['it took over', { vm: vm({ status: { printableStatus: 'Running' } }), vmi: vmi('Running') }],
  ])('is silent when %s', (_, given) => expect(run(runstrategyWaitAsReceiver, given)).toEqual([]));
});
