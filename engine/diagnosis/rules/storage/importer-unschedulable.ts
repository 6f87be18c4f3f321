import { conditionOf, nameOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { diskSeverity, isScratch, unfilledDisks } from '../../disks';
import { conditionProof } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { phaseOf } from '../../intent';
import { defineRule } from '../../rule';

/** The scheduler looks at nodes only when the claims of a pod are there and bound. */
const OF_CLAIM = /unbound immediate PersistentVolumeClaims|persistentvolumeclaim "/;

/** A worker pod that no node takes. What keeps its claims from being made is another cause. */
export const importerUnschedulable = defineRule({
  id: 'importer-unschedulable',
  title: say('The pod that fills a disk finds no node'),
  stage: 'storage',
  needs: ['vm', 'vmi', 'dataVolumes', 'claims', 'importers'],
  uses: ['workClaims'],
  run: (facts) =>
    unfilledDisks(facts).flatMap((disk) => {
      const scratchWaits = disk.workClaims.some(
        (claim) => isScratch(claim) && phaseOf(claim) === 'Pending',
      );
      if (scratchWaits) return [];
      return disk.workers.flatMap((pod) => {
        const scheduled = conditionOf(pod, 'PodScheduled');
        if (phaseOf(pod) !== 'Pending' || scheduled?.status !== 'False') return [];
        if (OF_CLAIM.test(scheduled.message)) return [];
        return [
          {
            severity: diskSeverity(facts.vm, facts.vmi),
            confidence: 'certain' as const,
            blocking: true,
            explanation: say(
              'Disk {{disk}} stays empty because no node takes pod {{pod}}, which should fill it.',
              { disk: disk.name, pod: nameOf(pod) },
            ),
            evidence: [conditionProof(pod, scheduled)],
            fixes: [
              {
                id: 'look-at-importer',
                description: say(
                  'Compare what the pod asks for with the nodes; the placement of such pods is set in the HyperConverged.',
                ),
                command: `oc describe pod ${shellWord(nameOf(pod))} ${inNamespace(facts.vm)}`,
                risk: 'safe' as const,
              },
            ],
          },
        ];
      });
    }),
});
