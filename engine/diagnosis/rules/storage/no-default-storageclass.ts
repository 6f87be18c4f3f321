import { conditionOf, nameOf, refOf, textAt, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import { patchTemplateFix } from '../../disk-fixes';
import { diskSeverity, saidAbout, storageRequestOf, unfilledDisks, type Disk } from '../../disks';
import { proof, saidIf } from '../../evidence';
import { shellWord } from '../../fixes';
import { isPreparing, phaseOf } from '../../intent';
import { defineRule, type FixDraft } from '../../rule';
import { firstMatch } from '../../statements';
import { defaultClassOf, namedClassOf } from '../../storage-classes';

const NO_CLASS = /no storageClass to choose profile|no storage class is set/i;
const DEFAULT = 'storageclass.kubernetes.io/is-default-class';

const makeDefault = (storageClass: KubeObject): FixDraft => ({
  id: 'set-default-storage-class',
  description: say('Make storage class {{class}} the default of the cluster.', {
    class: nameOf(storageClass),
  }),
  command: `oc annotate storageclass ${shellWord(nameOf(storageClass))} ${DEFAULT}=true`,
  effect: say('Every claim that names no storage class gets it from then on.'),
  risk: 'confirm',
  action: {
    verb: 'patch',
    target: refOf(storageClass),
    patchType: 'merge',
    patch: { metadata: { annotations: { [DEFAULT]: 'true' } } },
    undo: { metadata: { annotations: { [DEFAULT]: null } } },
  },
});

/** Classes that make volumes by themselves. */
const isDynamic = (storageClass: KubeObject): boolean =>
  textAt(storageClass, 'provisioner') !== 'kubernetes.io/no-provisioner';

/** CDI got past choosing a class: it was refused by a quota, or has begun to fill the disk. */
const hasGoneOn = ({ dataVolume, claim }: Disk): boolean =>
  conditionOf(dataVolume?.object, 'Bound')?.reason === 'ErrExceededQuota' ||
  !['Pending', ''].includes(phaseOf(dataVolume?.object) ?? '') ||
  (phaseOf(claim?.object) ?? 'Pending') !== 'Pending';

/** An empty class name is a choice (no dynamic volume), not a missing one. */
export const noDefaultStorageclass = defineRule({
  id: 'no-default-storageclass',
  title: say('A disk names no storage class, and the cluster has no default one'),
  stage: 'storage',
  needs: ['vm', 'vmi', 'dataVolumes', 'claims', 'storageClasses'],
  uses: ['events'],
  explains: ['pvc-no-matching-pv', 'dv-failed', 'storageprofile-incomplete'],
  run: (facts) => {
    const { vm, vmi, storageClasses, events } = facts;
    if (!isPreparing(vm, vmi) || defaultClassOf(storageClasses) !== undefined) return [];
    const [only, ...others] = storageClasses.filter(isDynamic);
    return unfilledDisks(facts).flatMap((disk) => {
      const request = storageRequestOf(disk);
      if (request === undefined || namedClassOf(disk) !== undefined || hasGoneOn(disk)) return [];
      const said = firstMatch(saidAbout(disk, events), NO_CLASS);
      return [
        {
          severity: diskSeverity(vm, vmi),
          confidence: 'certain' as const,
          blocking: true,
          explanation: say(
            'Disk {{disk}} names no storage class and none of the {{count}} storage classes is the default, so no volume is made for it.',
            { disk: disk.name, count: storageClasses.length },
          ),
          evidence: [
            proof(request.object, ...request.path),
            ...saidIf(said?.statement),
            ...storageClasses.slice(0, 3).map((one) => proof(one, 'metadata', 'name')),
          ],
          fixes: [
            ...(only === undefined
              ? []
              : patchTemplateFix(
                  vm,
                  disk,
                  say('Name storage class {{class}} for disk {{disk}}.', {
                    class: nameOf(only),
                    disk: disk.name,
                  }),
                  ['spec', String(request.path[1]), 'storageClassName'],
                  nameOf(only),
                )),
            ...(only !== undefined && others.length === 0
              ? [makeDefault(only)]
              : [
                  {
                    id: 'list-storage-classes',
                    description: say('Choose a storage class and make it the default.'),
                    command: 'oc get storageclass',
                    risk: 'manual' as const,
                  },
                ]),
          ],
        },
      ];
    });
  },
});
