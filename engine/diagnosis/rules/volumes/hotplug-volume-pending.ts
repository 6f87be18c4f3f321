import { listAt, nameOf, textAt, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import { absence, proof } from '../../evidence';
import type { Lookup } from '../../facts';
import { inNamespace, shellWord } from '../../fixes';
import { isRunning } from '../../intent';
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

/** The VM and its other disks go on; only the disk that was plugged in is not there. */
export const hotplugVolumePending = defineRule({
  id: 'hotplug-volume-pending',
  title: say('A disk that was plugged in is not available'),
  stage: 'volumes',
  needs: ['vm', 'vmi'],
  uses: ['claims'],
  run: ({ vm, vmi, claims }) => {
    if (vmi === undefined || !isRunning(vmi)) return [];
    return pendingVolumes(vmi).map(({ volume, reason, index }) => {
      const claim = claimNameOf(vmi, volume) ?? volume;
      const found = lookupOf(claims, claim);
      const params = { volume, claim };
      const isMissing = reason === 'FailedPvcNotFound';
      return {
        severity: 'warning' as const,
        confidence: 'certain' as const,
        blocking: true,
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
          ...(textAt(vmi, 'status', 'volumeStatus', index, 'message') === undefined
            ? []
            : [proof(vmi, 'status', 'volumeStatus', index, 'message')]),
          ...(isMissing && found !== undefined && found.object === undefined
            ? [absence(found.ref)]
            : []),
          ...(found?.object === undefined ? [] : [proof(found.object, 'status', 'phase')]),
        ],
        fixes: [
          {
            id: 'look-at-hotplug-claim',
            description: say('See why the claim is missing or gets no volume.'),
            command: `oc describe pvc ${shellWord(claim)} ${inNamespace(vm)}`,
            risk: 'safe' as const,
          },
          {
            id: 'remove-volume',
            description: say('Take the disk out again.'),
            command: `virtctl removevolume ${shellWord(nameOf(vm))} --volume-name=${shellWord(volume)} ${inNamespace(vm)}`,
            risk: 'manual' as const,
          },
        ],
      };
    });
  },
});
