import type { Rule } from '../rule';
import { condition, run, vm, vmi } from './factories';

/** A VM that runs and says that it cannot migrate, for this reason. */
export const blockedBy = (reason: string) => ({
  vm: vm(),
  vmi: vmi('Running', {
    conditions: [condition('LiveMigratable', 'False', reason, 'cannot migrate VMI')],
  }),
});

export const ASKED_TO_MIGRATE = { question: 'Why can it not migrate?' };

const REASONS = [
  'DisksNotLiveMigratable',
  'InterfaceNotLiveMigratable',
  'HostDeviceNotLiveMigratable',
  'VirtIOFSNotLiveMigratable',
  'CPUModeLiveMigratable',
];

/** A rule tells of its own reasons when it is asked, and else of none. */
export const itTellsOf = (rule: Rule, ...own: readonly string[]): void => {
  it.each(own)('tells of %s when asked', (reason) => {
    expect(run(rule, blockedBy(reason), ASKED_TO_MIGRATE)).toMatchObject([{ severity: 'warning' }]);
    expect(run(rule, blockedBy(reason))).toEqual([]);
  });
  it.each(REASONS.filter((reason) => !own.includes(reason)))('leaves %s to others', (reason) => {
    expect(run(rule, blockedBy(reason), ASKED_TO_MIGRATE)).toEqual([]);
  });
};
