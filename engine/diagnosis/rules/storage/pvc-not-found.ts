import { flagAt, nameOf, pointer, type KubeObject, type Path } from '../../../kubernetes';
import { say } from '../../../messages';
import { templatePathOf } from '../../disks';
import { absence, proof } from '../../evidence';
import type { Lookup } from '../../facts';
import { inNamespace, patchFix } from '../../fixes';
import { isStarting } from '../../intent';
import { defineRule, type FixDraft } from '../../rule';
import { nearest } from '../../../spelling';
import { firstMatch, saidByConditions } from '../../statements';

const NOT_FOUND = /PVC (?:\S+\/)?(\S+) does not exist|didn't find PVC (\S+)/;

/** A DataVolume of that name, or a template for one, means that the claim is still to be made. */
const isToBeMade = (vm: KubeObject, { ref }: Lookup, dataVolumes: readonly Lookup[]): boolean =>
  templatePathOf(vm, ref.name) !== undefined ||
  dataVolumes.some(({ ref: { name }, object }) => name === ref.name && object !== undefined);

/** Volumes that may be plugged in later do not keep a VM from starting. */
const isHotpluggable = (vm: KubeObject, { path }: Lookup): boolean =>
  flagAt(vm, ...path.slice(0, -1), 'hotpluggable') === true;

/** The one claim that is spelt almost the same, as a patch; none when several may be meant. */
const meantFix = (
  vm: KubeObject,
  path: Path,
  written: string,
  others: readonly KubeObject[],
): FixDraft[] => {
  const [best, second] = nearest(written, others.map(nameOf));
  if (best === undefined || second !== undefined || !path.includes('claimName')) return [];
  const replace = (value: string) => [{ op: 'replace', path: pointer(...path), value }];
  return [
    patchFix(
      vm,
      {
        id: 'correct-claim-name',
        description: say('Use {{name}}, which exists and is spelt almost the same.', {
          name: best.word,
        }),
        effect: say('It starts with that disk.'),
      },
      replace(best.word),
      replace(written),
      'restart',
    ),
  ];
};

/**
 * virt-controller makes no launcher pod while a claim is missing. The VMI then also says
 * `PodScheduled=False` with reason `Unschedulable`, though no scheduler was asked.
 */
export const pvcNotFound = defineRule({
  id: 'pvc-not-found',
  title: say('A disk names a claim or DataVolume that does not exist'),
  stage: 'storage',
  needs: ['vm', 'vmi', 'claims', 'dataVolumes'],
  uses: ['otherClaims'],
  explains: ['volume-readiness-error'],
  run: ({ vm, vmi, claims, dataVolumes, otherClaims }) => {
    if (!isStarting(vm, vmi)) return [];
    const said = firstMatch(saidByConditions(vmi, vm), NOT_FOUND);
    return claims
      .filter(
        (claim) =>
          claim.object === undefined &&
          !isToBeMade(vm, claim, dataVolumes) &&
          !isHotpluggable(vm, claim),
      )
      .map(({ ref, path }) => {
        const isSaid = said !== undefined && [said.match[1], said.match[2]].includes(ref.name);
        const namespace = ref.namespace ?? '';
        const dataVolume = dataVolumes.find(({ ref: { name } }) => name === ref.name);
        return {
          severity: 'critical' as const,
          confidence: 'certain' as const,
          blocking: isSaid,
          explanation:
            dataVolume === undefined
              ? say(
                  'PersistentVolumeClaim {{name}} does not exist in project {{namespace}}, so no launcher pod can be made.',
                  { name: ref.name, namespace },
                )
              : say(
                  'Neither DataVolume {{name}} nor a PersistentVolumeClaim of that name exists in project {{namespace}}, so no launcher pod can be made.',
                  { name: ref.name, namespace },
                ),
          evidence: [
            absence(ref),
            ...(dataVolume === undefined ? [] : [absence(dataVolume.ref)]),
            proof(vm, ...path),
            ...(isSaid ? [said.statement.evidence] : []),
          ],
          fixes: [
            ...meantFix(vm, path, ref.name, otherClaims),
            {
              id: 'find-claim',
              description: say(
                'Create the claim in project {{namespace}}, or name one that exists in the volume.',
                { namespace },
              ),
              command: `oc get pvc,datavolume ${inNamespace(vm)}`,
              risk: 'manual' as const,
            },
          ],
        };
      });
  },
});
