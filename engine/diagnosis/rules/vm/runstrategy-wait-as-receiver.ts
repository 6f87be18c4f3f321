import { conditionOf, formatAge, MINUTE, nameOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proofIf } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { ageOf, phaseOf, printableStatusOf, runStrategyOf, runStrategyPath } from '../../intent';
import { defineRule } from '../../rule';

const LONGEST_WAIT = 30 * MINUTE;

/** The target end of a migration between clusters: it starts when the source connects. */
export const runstrategyWaitAsReceiver = defineRule({
  id: 'runstrategy-wait-as-receiver',
  title: say('The virtual machine waits to be migrated here from another cluster'),
  stage: 'vm',
  needs: ['vm', 'vmi'],
  uses: ['migrations'],
  explains: ['in-progress'],
  run: ({ vm, vmi, migrations }, { now }) => {
    const waits = phaseOf(vmi) === 'WaitingForSync';
    if (!waits && printableStatusOf(vm) !== 'WaitingForReceiver') return [];
    const failure = [vmi, vm]
      .flatMap((object) => {
        const condition = conditionOf(object, 'DecentralizedLiveMigrationFailure');
        return object === undefined || condition?.status !== 'True'
          ? []
          : [conditionProof(object, condition)];
      })
      .slice(0, 1);
    const age = ageOf(vmi ?? vm, now);
    const hasFailed = failure.length > 0;
    const isLate = hasFailed || age > LONGEST_WAIT;
    const [migration] = migrations;
    return [
      {
        severity: hasFailed ? 'critical' : isLate ? 'warning' : 'info',
        confidence: hasFailed ? 'certain' : 'likely',
        blocking: true,
        ...(isLate ? {} : { verdict: 'in_progress' as const }),
        explanation: say(
          'Its run strategy is {{strategy}}: it does not boot, but takes over the guest from another cluster when the migration there connects. It waits since {{age}}.',
          { strategy: runStrategyOf(vm), age: formatAge(age) },
        ),
        evidence: [
          ...failure,
          ...proofIf(vmi, 'status', 'phase'),
          ...proofIf(vm, ...runStrategyPath(vm)),
          ...proofIf(migration, 'metadata', 'name'),
        ],
        fixes: [
          {
            id: 'check-migration-source',
            description: say(
              'See on the source cluster whether the migration was sent here (sendTo), and whether both synchronization controllers reach each other. To boot it here instead, set another run strategy.',
            ),
            command: `oc get vmim ${inNamespace(vm)} -o yaml && oc describe vmi ${shellWord(nameOf(vm))} ${inNamespace(vm)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
