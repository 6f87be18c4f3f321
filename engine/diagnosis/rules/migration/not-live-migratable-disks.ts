import { flagAt, listAt, nameOf, textAt, type KubeObject } from '../../../kubernetes';
import { say, type Message } from '../../../messages';
import { conditionProof, proof } from '../../evidence';
import type { Lookup } from '../../facts';
import { inNamespace } from '../../fixes';
import { blockedBy, confidenceOf, wantedMigration } from '../../migratable';
import { defineRule } from '../../rule';

const RWX = 'ReadWriteMany';

/** Claims that one node at a time can use. Ephemeral copies and volumes on the move do not count. */
const singleNodeClaims = (vmi: KubeObject, claims: readonly Lookup[]): KubeObject[] => {
  const moving = listAt(vmi, 'status', 'migratedVolumes').map((one) =>
    textAt(one, 'sourcePVCInfo', 'claimName'),
  );
  return claims.flatMap(({ object, ref, path }) =>
    object === undefined ||
    path.includes('ephemeral') ||
    moving.includes(ref.name) ||
    listAt(object, 'spec', 'accessModes').includes(RWX)
      ? []
      : [object],
  );
};

const hostDisks = (vmi: KubeObject): number[] =>
  listAt(vmi, 'spec', 'volumes').flatMap((volume, index) =>
    textAt(volume, 'hostDisk', 'path') !== undefined &&
    flagAt(volume, 'hostDisk', 'shared') !== true
      ? [index]
      : [],
  );

const why = (claims: readonly KubeObject[], hasHostDisk: boolean): Message => {
  if (claims.length > 0) {
    return say(
      'Claims without access mode ReadWriteMany: {{names}}. Only one node can use them at a time.',
      { names: claims.map(nameOf).join(', ') },
    );
  }
  return hasHostDisk
    ? say('A disk is a file of its node (hostDisk), and not shared with other nodes.')
    : say(
        'KubeVirt reports that a disk of the virtual machine is not shared, so it can only run on the node where it is.',
      );
};

/** Live migration needs every disk shared between nodes: access mode ReadWriteMany. */
export const notLiveMigratableDisks = defineRule({
  id: 'not-live-migratable-disks',
  title: say('The virtual machine cannot migrate because a disk is not shared between nodes'),
  stage: 'migration',
  needs: ['vm', 'vmi'],
  uses: ['claims'],
  explains: ['migration-denied'],
  run: ({ vm, vmi, claims }, context) => {
    const wanted = wantedMigration(vmi, context);
    if (wanted === undefined) return [];
    const { conditions } = blockedBy(wanted, (reason) => reason === 'DisksNotLiveMigratable');
    const single = singleNodeClaims(wanted.vmi, claims);
    const local = hostDisks(wanted.vmi);
    if (conditions.length + single.length + local.length === 0) return [];
    return [
      {
        severity: 'warning',
        confidence: confidenceOf(wanted),
        explanation: why(single, local.length > 0),
        evidence: [
          ...conditions.map((condition) => conditionProof(wanted.vmi, condition)),
          ...single.map((claim) => proof(claim, 'spec', 'accessModes')),
          ...local.map((index) => proof(wanted.vmi, 'spec', 'volumes', index, 'hostDisk')),
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
