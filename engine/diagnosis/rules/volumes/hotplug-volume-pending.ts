import { listAt, textAt, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import { absence, proof, proofIf } from '../../evidence';
import type { Lookup } from '../../facts';
import { inNamespace, removeVolumeFix, shellWord } from '../../fixes';
import { ageOf, isRunning, phaseOf } from '../../intent';
import { fillProgress, PLUG_PATIENCE } from '../../progress';
import { defineRule } from '../../rule';

type Pending = { readonly volume: string; readonly reason: string; readonly index: number };

/** Volumes plugged into the running VM that the controller cannot find or that are not bound. */
const pendingVolumes = (vmi: KubeObject | undefined): Pending[] =>
  listAt(vmi, 'status', 'volumeStatus').flatMap((status, index) => {
    const phase = textAt(status, 'phase') ?? '';
    const reason = textAt(status, 'reason') ?? '';
    const isStuck = /^(?:FailedPvcNotFound|PVCNotReady)$/.test(reason);
    return isStuck && (phase === 'Pending' || phase === '')
      ? [{ volume: textAt(status, 'name') ?? '', reason, index }]
      : [];
  });

const claimNameOf = (vmi: KubeObject | undefined, volume: string): string | undefined => {
  const entry = listAt(vmi, 'spec', 'volumes').find((one) => textAt(one, 'name') === volume);
  return textAt(entry, 'persistentVolumeClaim', 'claimName') ?? textAt(entry, 'dataVolume', 'name');
};

const lookupOf = (claims: readonly Lookup[], name: string | undefined): Lookup | undefined =>
  claims.find(({ ref }) => ref.name === name);

/** The claim of a disk that is still being filled, and gets on, is not bound yet. */
const isFilling = (dataVolumes: readonly Lookup[], name: string, now: number): boolean => {
  const progress = fillProgress(
    { dataVolumes: dataVolumes.filter(({ ref }) => ref.name === name) },
    now,
  );
  return progress !== undefined && progress.age <= progress.usual;
};

/** A claim that was made a moment ago has no volume yet. */
const isNew = (claims: readonly Lookup[], name: string, now: number): boolean => {
  const claim = lookupOf(claims, name)?.object;
  return phaseOf(claim) === 'Pending' && ageOf(claim, now) < PLUG_PATIENCE;
};

/** The VM and its other disks go on; only the disk that was plugged in is not there. */
export const hotplugVolumePending = defineRule({
  id: 'hotplug-volume-pending',
  title: say('A disk that was plugged in is not available'),
  stage: 'volumes',
  needs: ['vm', 'vmi', 'dataVolumes'],
  uses: ['claims'],
  run: ({ vm, vmi, claims, dataVolumes }, { now }) => {
    if (vmi === undefined || !isRunning(vmi)) return [];
    const pending = pendingVolumes(vmi).map((one) => ({
      ...one,
      claim: claimNameOf(vmi, one.volume) ?? one.volume,
    }));
    const stuck = pending.filter(
      ({ claim }) => !isFilling(dataVolumes, claim, now) && !isNew(claims, claim, now),
    );
    return stuck.map(({ volume, reason, index, claim }) => {
      const found = lookupOf(claims, claim);
      const params = { volume, claim };
      const isMissing = reason === 'FailedPvcNotFound';
      return {
        severity: 'warning' as const,
        confidence: 'certain' as const,
        blocking: true,
        disk: claim,
        explanation: isMissing
          ? say(
              'Disk {{volume}} was plugged in, but its claim {{claim}} does not exist. The other disks keep working.',
              params,
            )
          : say(
              'Disk {{volume}} was plugged in, but its claim {{claim}} has no volume yet. The other disks keep working.',
              params,
            ),
        evidence: [
          proof(vmi, 'status', 'volumeStatus', index, 'reason'),
          ...proofIf(vmi, 'status', 'volumeStatus', index, 'message'),
          ...(isMissing && found !== undefined && found.object === undefined
            ? [absence(found.ref)]
            : []),
          ...proofIf(found?.object, 'status', 'phase'),
        ],
        fixes: [
          {
            id: 'look-at-hotplug-claim',
            description: say('See why the claim is missing or gets no volume.'),
            command: `oc describe pvc ${shellWord(claim)} ${inNamespace(vm)}`,
            risk: 'safe' as const,
          },
          removeVolumeFix(vm, volume),
        ],
      };
    });
  },
});
