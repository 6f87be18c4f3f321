import { listAt, textAt } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proof } from '../../evidence';
import { inNamespace } from '../../fixes';
import { migrationBlocker } from '../../migratable';
import { defineRule } from '../../rule';

/** Live migration needs every disk shared between nodes: access mode ReadWriteMany. */
export const notLiveMigratableDisks = defineRule({
  id: 'not-live-migratable-disks',
  title: say('The virtual machine cannot migrate because a disk is not shared between nodes'),
  stage: 'migration',
  needs: ['vm', 'vmi'],
  uses: ['claims'],
  run: ({ vm, vmi, claims }, context) => {
    const condition = migrationBlocker(vmi, context, ['DisksNotLiveMigratable']);
    if (vmi === undefined || condition === undefined) return [];
    const single = claims.filter(
      ({ object }) =>
        object !== undefined && !listAt(object, 'spec', 'accessModes').includes('ReadWriteMany'),
    );
    const names = single.map(({ ref }) => ref.name).join(', ');
    return [
      {
        severity: 'warning',
        confidence: 'certain',
        explanation:
          names === ''
            ? say(
                'KubeVirt reports that a disk of the virtual machine is not shared, so it can only run on the node where it is.',
              )
            : say(
                'Claims without access mode ReadWriteMany: {{names}}. Only one node can use them at a time.',
                { names },
              ),
        evidence: [
          conditionProof(vmi, condition),
          ...single.flatMap(({ object }) =>
            object && textAt(object, 'kind') ? [proof(object, 'spec', 'accessModes')] : [],
          ),
        ],
        fixes: [
          {
            id: 'use-shared-storage',
            description: say(
              'Move the disk to a storage class with ReadWriteMany, for example by storage migration, or plan a shutdown.',
            ),
            command: `oc get pvc ${inNamespace(vm)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
