import { say } from '../../../messages';
import { IMPORT_NEEDS, IMPORT_USES, importFindings } from '../../import-findings';
import { defineRule } from '../../rule';

/** CDI then tries again with direct I/O, with the same limit. */
export const importerOomkilled = defineRule({
  id: 'importer-oomkilled',
  title: say('The import of a disk runs out of memory'),
  stage: 'storage',
  needs: IMPORT_NEEDS,
  uses: IMPORT_USES,
  run: (facts, { now }) =>
    importFindings('importer-oomkilled', facts, now, ({ disk }) => ({
      explanation: say(
        'The pod that fills disk {{disk}} was killed because it reached its memory limit, which CDI sets for all imports.',
        { disk: disk.name },
      ),
      fixes: [
        {
          id: 'raise-importer-memory',
          description: say('Give the pods that fill disks more memory, in the HyperConverged.'),
          command: `oc patch hyperconverged kubevirt-hyperconverged -n openshift-cnv --type merge -p '{"spec":{"resourceRequirements":{"storageWorkloads":{"limits":{"cpu":"750m","memory":"2Gi"}}}}}'`,
          effect: say('Holds for all imports of the cluster from then on.'),
          risk: 'manual',
        },
      ],
    })),
});
