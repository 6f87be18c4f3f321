import { condition, run, vmi } from '../../testing/factories';
import { pausedByMigrationMonitor } from './paused-by-migration-monitor';

const paused = (minutes: number, reason = 'PausedByMigrationMonitor', phase = 'Running') =>
  vmi(phase, { conditions: [condition('Paused', 'True', reason, 'paused', minutes)] });

describe('paused-by-migration-monitor', () => {
  it.each([
    ['for a moment', 1, { severity: 'info', verdict: 'in_progress' }],
    ['for long', 20, { severity: 'warning' }],
  ])('%s', (_, minutes, expected) => {
    expect(run(pausedByMigrationMonitor, { vmi: paused(minutes) })).toMatchObject([expected]);
  });
  it.each([
    ['somebody paused it', paused(1, 'PausedByUser')],
    ['its storage failed', paused(1, 'PausedIOError')],
    ['it ended', paused(1, 'PausedByMigrationMonitor', 'Failed')],
    ['it is not paused', vmi('Running')],
  ])('is silent when %s', (_, instance) =>
    expect(run(pausedByMigrationMonitor, { vmi: instance })).toEqual([]),
  );
});
