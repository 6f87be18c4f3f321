import { run, vm } from '../../testing/factories';
import { startFailureCrashloop } from './start-failure-crashloop';

describe('start-failure-crashloop', () => {
  it('counts the failures', () => {
    const looping = vm({
      status: { printableStatus: 'CrashLoopBackOff', startFailure: { consecutiveFailCount: 4 } },
    });
    expect(run(startFailureCrashloop, { vm: looping })).toMatchObject([
      { explanation: { params: { count: 4 } } },
    ]);
  });
  it('is silent otherwise', () => expect(run(startFailureCrashloop, { vm: vm() })).toEqual([]));
});
