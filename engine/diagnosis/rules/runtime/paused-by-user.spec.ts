import { condition, run, vmi } from '../../testing/factories';
import { pausedByUser } from './paused-by-user';

describe('paused-by-user', () => {
  const paused = (reason: string) =>
    vmi('Running', { conditions: [condition('Paused', 'True', reason)] });
  it('is no fault', () => {
    expect(run(pausedByUser, { vmi: paused('PausedByUser') })).toMatchObject([
      { severity: 'info', verdict: 'stopped' },
    ]);
  });
  it.each(['PausedIOError', 'PausedByMigrationMonitor'])('leaves %s to others', (reason) => {
    expect(run(pausedByUser, { vmi: paused(reason) })).toEqual([]);
  });
});
