import { conditionOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof } from '../../evidence';
import { isPreparing, phaseOf } from '../../intent';
import { defineRule } from '../../rule';

/** Without CDI's controller no DataVolume makes a step. */
export const cdiUnavailable = defineRule({
  id: 'cdi-unavailable',
  title: say('The service that fills disks does not work'),
  stage: 'platform',
  needs: ['vm', 'vmi', 'cdis', 'dataVolumes'],
  run: ({ vm, vmi, cdis, dataVolumes }) => {
    const waits = dataVolumes.some(({ object }) => phaseOf(object) !== 'Succeeded');
    if (!isPreparing(vm, vmi) || !waits) return [];
    return cdis.flatMap((cdi) => {
      const available = conditionOf(cdi, 'Available');
      if (available === undefined || available.status === 'True') return [];
      return [
        {
          severity: 'critical' as const,
          confidence: 'certain' as const,
          blocking: true,
          explanation: say(
            'The containerized data importer reports that it is not available, so no disk is made or filled.',
          ),
          evidence: [conditionProof(cdi, available)],
          fixes: [
            {
              id: 'look-at-cdi',
              description: say('See which of its pods do not run.'),
              command: 'oc get pods -n openshift-cnv -l app.kubernetes.io/component=storage',
              risk: 'safe' as const,
            },
          ],
        },
      ];
    });
  },
});
