import { conditionOf, nameOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proof } from '../../evidence';
import { phaseOf } from '../../intent';
import { isTargetOf } from '../../migrations';
import { defineRule } from '../../rule';
import { firstMatch, saidByEvents } from '../../statements';

const UNSCHEDULABLE = /Migration target pod for VMI \[[^\]]+\] is currently unschedulable/;
const UNDER_WAY = ['', 'Pending', 'Scheduling', 'Scheduled', 'PreparingTarget'];

/** No second node takes the VM. The migration gives up after five minutes; the VM runs on. */
export const migrationTargetUnschedulable = defineRule({
  id: 'migration-target-unschedulable',
  title: say('No other node can take the virtual machine'),
  stage: 'migration',
  needs: ['vm', 'vmi', 'pods', 'migrations', 'events'],
  run: ({ pods, migrations, events }, { topics }) => {
    const [newest] = migrations;
    const isOpen = newest !== undefined && UNDER_WAY.includes(phaseOf(newest) ?? '');
    if (newest === undefined || !(isOpen || topics.has('migration') || topics.has('drain')))
      return [];
    if (phaseOf(newest) === 'Succeeded') return [];
    const target = pods.find(
      (pod) => isTargetOf(pod, newest) && conditionOf(pod, 'PodScheduled')?.status === 'False',
    );
    const scheduled = conditionOf(target, 'PodScheduled');
    const said = firstMatch(saidByEvents(events), UNSCHEDULABLE);
    if (scheduled === undefined && said === undefined) return [];
    return [
      {
        severity: 'warning',
        confidence: scheduled === undefined ? 'likely' : 'certain',
        explanation: say(
          'Migration {{name}} waits for a node that takes its target pod. The virtual machine goes on running where it is.',
          { name: nameOf(newest) },
        ),
        evidence: [
          ...(target !== undefined && scheduled !== undefined
            ? [conditionProof(target, scheduled)]
            : []),
          ...(said === undefined ? [] : [said.statement.evidence]),
          proof(newest, 'spec', 'vmiName'),
        ],
        fixes: [
          {
            id: 'make-room-for-migration',
            description: say(
              'Free capacity on another node, or relax what ties the virtual machine to nodes.',
            ),
            command: 'oc get nodes -o wide',
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
