import { namespaced, run, vmi } from '../../testing/factories';
import { migrationDenied } from './migration-denied';

const IN_FLIGHT =
  'admission webhook "migration-create-validator.kubevirt.io" denied the request: in-flight migration detected. Active migration job (u) is currently already in progress for VMI web.';
const moving = namespaced('kubevirt.io/v1', 'VirtualMachineInstanceMigration', 'm1', {
  status: { phase: 'Running' },
});

describe('migration-denied', () => {
  it('names the migration that is under way', () => {
    const given = { vmi: vmi('Running'), migrations: [moving] };
    expect(run(migrationDenied, given, { error: IN_FLIGHT })).toMatchObject([
      {
        confidence: 'likely',
        explanation: { params: { name: 'm1' } },
        evidence: [{ source: 'reported' }, { path: '/status/phase' }, {}],
      },
    ]);
  });
  it.each([
    [IN_FLIGHT],
    ['Cannot migrate VMI, Reason: DisksNotLiveMigratable, Message: cannot migrate VMI'],
    ['Cannot migrate VMI in finalized state.'],
    ['the VMI "ns/web" does not exist'],
    ['Error migrating VirtualMachine: VM is not running'],
  ])('reads %s', (error) => expect(run(migrationDenied, {}, { error })).toHaveLength(1));
  it.each([
    ['a console says that it does not run', { error: 'VMI is not running', question: 'vnc' }],
    ['nothing was refused', { question: 'why can it not migrate' }],
  ])('is silent when %s', (_, request) => expect(run(migrationDenied, {}, request)).toEqual([]));
});
