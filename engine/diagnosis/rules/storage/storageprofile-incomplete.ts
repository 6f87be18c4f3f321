import { listAt, nameOf, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import { remakeDiskFix } from '../../disk-fixes';
import {
  diskSeverity,
  isKnownAbsent,
  saidAbout,
  storageRequestOf,
  unfilledDisks,
  type Disk,
} from '../../disks';
import { proof, saidIf } from '../../evidence';
import { shellWord } from '../../fixes';
import { isPreparing } from '../../intent';
import { defineRule } from '../../rule';
import { firstMatch } from '../../statements';
import { classNameOf } from '../../storage-classes';

const SAID = /missing accessMode.* from StorageProfile|no accessMode specified in StorageProfile/;

/** Only `spec.storage` may leave the access mode to the profile of the storage class. */
const asksProfile = (disk: Disk): boolean => {
  const request = storageRequestOf(disk);
  return (
    request?.path[1] === 'storage' &&
    listAt(request.object, ...request.path, 'accessModes').length === 0
  );
};

const knowsNothing = (profile: KubeObject): boolean =>
  listAt(profile, 'status', 'claimPropertySets').every(
    (set) => listAt(set, 'accessModes').length === 0,
  );

/** CDI does not know what the storage can do, so it makes no claim. */
export const storageprofileIncomplete = defineRule({
  id: 'storageprofile-incomplete',
  title: say('CDI does not know how a storage class can be accessed'),
  stage: 'storage',
  needs: ['vm', 'vmi', 'dataVolumes', 'claims', 'storageClasses', 'storageProfiles'],
  uses: ['events'],
  explains: ['dv-failed'],
  run: (facts) => {
    const { vm, vmi, storageClasses, storageProfiles, events } = facts;
    if (!isPreparing(vm, vmi)) return [];
    return unfilledDisks(facts).flatMap((disk) => {
      const className = classNameOf(disk, storageClasses);
      const profile = storageProfiles.find((one) => nameOf(one) === className);
      if (className === undefined || profile === undefined || !knowsNothing(profile)) return [];
      if (!isKnownAbsent(disk) || !asksProfile(disk)) return [];
      const request = storageRequestOf(disk);
      const said = firstMatch(saidAbout(disk, events), SAID);
      const patch = JSON.stringify({
        spec: { claimPropertySets: [{ accessModes: ['ReadWriteOnce'], volumeMode: 'Filesystem' }] },
      });
      return [
        {
          severity: diskSeverity(vm, vmi),
          confidence: 'certain' as const,
          blocking: true,
          explanation: say(
            'Disk {{disk}} leaves its access mode to storage class {{class}}, whose profile names none, so no claim is made.',
            { disk: disk.name, class: className },
          ),
          evidence: [
            proof(profile, 'status'),
            ...(request === undefined ? [] : [proof(request.object, ...request.path)]),
            ...saidIf(said?.statement),
          ],
          fixes: [
            remakeDiskFix(
              vm,
              disk,
              say(
                'Give disk {{disk}} an access mode and a volume mode that the storage supports.',
                {
                  disk: disk.name,
                },
              ),
            ),
            {
              id: 'complete-storage-profile',
              description: say(
                'Tell CDI what storage class {{class}} supports; this command says ReadWriteOnce and Filesystem.',
                { class: className },
              ),
              command: `oc patch storageprofile ${shellWord(className)} --type merge -p ${shellWord(patch)}`,
              effect: say('Holds for every disk of this class from then on.'),
              risk: 'confirm' as const,
            },
          ],
        },
      ];
    });
  },
});
