import { ago, event, run, vmi } from '../../testing/factories';
import { migrationDomainLost } from './migration-domain-lost';

const ended = (fields: object, phase = 'Failed', failedAgo = 3) =>
  vmi(phase, {
    migrationState: { completed: true, failed: true, endTimestamp: ago(3), ...fields },
    phaseTransitionTimestamps: [{ phase: 'Failed', phaseTransitionTimestamp: ago(failedAgo) }],
  });
const said = (text: string) => [event(vmi(), 'Migrated', text, 3)];

describe('migration-domain-lost', () => {
  it.each([
    'The VirtualMachineInstance migrated to unknown host.',
    "The VirtualMachineInstance's domain was never observed on the target after the migration completed within the timeout period.",
  ])('reads: %s', (text) =>
    expect(run(migrationDomainLost, { vmi: ended({}), events: said(text) })).toMatchObject([
      { severity: 'critical', confidence: 'certain' },
    ]),
  );
  it('suspects a hand-over that ended the instance', () => {
    expect(run(migrationDomainLost, { vmi: ended({}) })).toMatchObject([
      { confidence: 'possible' },
    ]);
  });
  it.each([
    ['libvirt gave a reason', ended({ failureReason: 'unable to connect' })],
    ['it was in post-copy', ended({ mode: 'PostCopy' })],
    ['the instance failed long after', ended({}, 'Failed', 1)],
    ['the guest runs', ended({}, 'Running')],
  ])('is silent when %s', (_, instance) =>
    expect(run(migrationDomainLost, { vmi: instance })).toEqual([]),
  );
});
