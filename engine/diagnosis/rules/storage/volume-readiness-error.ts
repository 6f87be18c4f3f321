import { listAt, textAt, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import { absence, proof } from '../../evidence';
import { shellWord } from '../../fixes';
import { isStarting } from '../../intent';
import { defineRule, type Finding } from '../../rule';
import { firstMatch, saidByConditions, saidByEvents } from '../../statements';

const NOT_READABLE =
  /Error determining if volume is ready: (?:unable to find datavolume|dataVolume) (?:\S+?\/)?(\S+)/i;

/** The DataVolume that the claim says it belongs to, and where it says so. */
const ownerOf = (claim: KubeObject | undefined): { name: string; index: number } | undefined => {
  const owners = listAt(claim, 'metadata', 'ownerReferences');
  const index = owners.findIndex((owner) => textAt(owner, 'kind') === 'DataVolume');
  const name = textAt(owners[index], 'name');
  return name === undefined ? undefined : { name, index };
};

/** The claim is there and full, and KubeVirt asks the DataVolume that owned it whether it is. */
export const volumeReadinessError = defineRule({
  id: 'volume-readiness-error',
  title: say('A claim belongs to a DataVolume that does not exist any more'),
  stage: 'storage',
  needs: ['vm', 'vmi', 'claims', 'dataVolumes'],
  uses: ['events'],
  run: ({ vm, vmi, claims, dataVolumes, events }): Finding[] => {
    if (!isStarting(vm, vmi)) return [];
    const said = firstMatch([...saidByConditions(vmi, vm), ...saidByEvents(events)], NOT_READABLE);
    return claims.flatMap(({ ref, object }): Finding[] => {
      const owner = ownerOf(object);
      if (object === undefined || owner === undefined) return [];
      const volume = dataVolumes.find((one) => one.ref.name === owner.name);
      const isSaid = said?.match[1] === owner.name;
      if (volume?.object !== undefined || (volume === undefined && !isSaid)) return [];
      const namespace = ref.namespace ?? '';
      return [
        {
          severity: 'critical',
          confidence: isSaid ? 'certain' : 'likely',
          blocking: isSaid,
          explanation: say(
            'Claim {{claim}} exists, but DataVolume {{name}}, which it names as its owner, does not. KubeVirt cannot tell whether the claim is filled, and makes no launcher pod.',
            { claim: ref.name, name: owner.name },
          ),
          evidence: [
            ...(isSaid ? [said.statement.evidence] : []),
            ...(volume === undefined ? [] : [absence(volume.ref)]),
            proof(object, 'metadata', 'ownerReferences', owner.index, 'name'),
          ],
          fixes: [
            {
              id: 'release-claim',
              description: say(
                'Make the DataVolume again over this claim, or take the owner out of the claim. Keep a copy of the claim first.',
              ),
              command: `oc get pvc ${shellWord(ref.name)} -n ${shellWord(namespace)} -o yaml`,
              effect: say('A DataVolume that fills the claim again overwrites the disk.'),
              risk: 'manual',
            },
          ],
        },
      ];
    });
  },
});
