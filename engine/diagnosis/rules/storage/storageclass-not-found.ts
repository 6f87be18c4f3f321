import { nameOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { patchTemplateFix, remakeDiskFix } from '../../disk-fixes';
import {
  disksOf,
  diskSeverity,
  isUnfilled,
  saidOfDisk,
  storageRequestOf,
  type Disk,
} from '../../disks';
import { absence, proof, saidIf } from '../../evidence';
import { isPreparing, phaseOf } from '../../intent';
import { defineRule } from '../../rule';
import { firstMatch } from '../../statements';
import { comingClassOf, defaultClassOf, namedClassOf } from '../../storage-classes';

const NOT_FOUND = /storageclass(?:es)?\.storage\.k8s\.io "([^"]+)" not found/;

/** Nothing of it has a volume, and CDI has not begun to fill it: an earlier class was there then. */
const isWaitingForVolume = ({ dataVolume, claim, workClaims }: Disk): boolean =>
  ['Pending', ''].includes(phaseOf(dataVolume?.object) ?? '') &&
  [claim?.object, ...workClaims].every((one) => (phaseOf(one) ?? 'Pending') === 'Pending');

/** A claim that names a class waits for ever when the class is not there; it gets no default. */
export const storageclassNotFound = defineRule({
  id: 'storageclass-not-found',
  title: say('A disk asks for a storage class that does not exist'),
  stage: 'storage',
  needs: ['vm', 'vmi', 'dataVolumes', 'claims', 'storageClasses'],
  uses: ['workClaims', 'events'],
  explains: ['pvc-no-matching-pv', 'dv-failed'],
  run: (facts) => {
    const { vm, vmi, storageClasses, events } = facts;
    if (!isPreparing(vm, vmi)) return [];
    const known = new Set(storageClasses.map(nameOf));
    const fallback = defaultClassOf(storageClasses);
    return disksOf(facts).flatMap((disk) => {
      const coming = comingClassOf(vm, disk);
      const named = coming ?? (isUnfilled(disk) ? namedClassOf(disk) : undefined);
      if (named === undefined || named.name === '' || known.has(named.name)) return [];
      if (!isWaitingForVolume(disk)) return [];
      const said = firstMatch(saidOfDisk(disk, events), NOT_FOUND);
      const description = say('Name a storage class that exists for disk {{disk}}.', {
        disk: disk.name,
      });
      const request = coming ?? storageRequestOf(disk);
      const field = request?.path.includes('pvc') === true ? 'pvc' : 'storage';
      const tail = ['spec', field, 'storageClassName'];
      return [
        {
          severity: diskSeverity(vm, vmi),
          confidence: 'certain' as const,
          blocking: coming === undefined,
          explanation: say(
            'Disk {{disk}} asks for storage class {{class}}, which does not exist, so no volume is made for it and the virtual machine cannot start.',
            { disk: disk.name, class: named.name },
          ),
          evidence: [
            proof(named.object, ...named.path),
            absence({
              apiVersion: 'storage.k8s.io/v1',
              kind: 'StorageClass',
              name: named.name,
            }),
            ...saidIf(said?.statement),
          ],
          fixes: [
            ...(fallback === undefined
              ? []
              : patchTemplateFix(vm, disk, description, tail, nameOf(fallback))),
            {
              id: 'list-storage-classes',
              description: say('See which storage classes exist.'),
              command: 'oc get storageclass',
              risk: 'safe' as const,
            },
            remakeDiskFix(vm, disk, description),
          ],
        },
      ];
    });
  },
});
