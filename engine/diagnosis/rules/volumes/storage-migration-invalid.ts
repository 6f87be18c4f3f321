import { nameOf, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import { cut, present } from '../../../redaction';
import { absence, proof, saidIf } from '../../evidence';
import type { Lookup } from '../../facts';
import { inNamespace, shellWord } from '../../fixes';
import { isRunning } from '../../intent';
import { defineRule, type FixDraft } from '../../rule';
import { saidByConditions, type Statement } from '../../statements';
import { volumeChangesOf, type VolumeChange } from '../../volume-changes';

const INVALID =
  /destination volumes? doesn't exist|invalid volumes to update with migration|is RWO and not included in the migration volumes|cannot migrate the volumes as the VMI isn't migratable|can only be reverted to the previous version during the update/;

const backFix = (vm: KubeObject, changes: readonly VolumeChange[]): FixDraft => ({
  id: 'revert-volumes',
  description: say('Name the claims again that the running guest uses: {{claims}}.', {
    claims: changes.map(({ volume, from }) => `${volume} = ${from}`).join(', '),
  }),
  command: `oc edit vm ${shellWord(nameOf(vm))} ${inNamespace(vm)}`,
  effect: say('The guest runs on as it does now.'),
  risk: 'manual',
});

const missingTarget = (
  claims: readonly Lookup[],
  changes: readonly VolumeChange[],
): Lookup | undefined =>
  claims.find(
    ({ ref, object }) => object === undefined && changes.some(({ to }) => to === ref.name),
  );

/** What the VM's template asks for cannot be reached while it runs; the guest keeps its disks. */
export const storageMigrationInvalid = defineRule({
  id: 'storage-migration-invalid',
  title: say('The disks of the running virtual machine cannot move as asked'),
  stage: 'volumes',
  needs: ['vm', 'vmi'],
  uses: ['claims'],
  explains: ['restart-required', 'hotplug-update-conflict', 'pvc-not-found'],
  run: ({ vm, vmi, claims }) => {
    if (vmi === undefined || !isRunning(vmi)) return [];
    const changes = volumeChangesOf(vm, vmi);
    const said: Statement | undefined = saidByConditions(vmi, vm).find(({ text }) =>
      INVALID.test(text),
    );
    const missing = missingTarget(claims, changes);
    if (said === undefined && missing === undefined) return [];
    return [
      {
        severity: 'warning',
        confidence: said === undefined ? 'likely' : 'certain',
        blocking: true,
        explanation:
          missing === undefined
            ? say(
                'The template names other claims than the running guest uses, and KubeVirt cannot move them: {{reason}}',
                { reason: cut(present(said?.text ?? ''), 300) },
              )
            : say(
                'The disks should move to claim {{claim}}, which does not exist. The guest runs on with the old ones.',
                { claim: missing.ref.name },
              ),
        evidence: [
          ...saidIf(said),
          ...(missing === undefined ? [] : [absence(missing.ref)]),
          ...changes.flatMap(({ path, runningPath }) => [
            proof(vm, ...path),
            proof(vmi, ...runningPath),
          ]),
        ],
        fixes: [
          ...(changes.length === 0 ? [] : [backFix(vm, changes)]),
          {
            id: 'correct-migration-target',
            description: say(
              'Or correct the destination: it must exist, every RWO disk must move along, and none may be hot-plugged, shareable or a file system.',
            ),
            command: `oc get pvc ${inNamespace(vm)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
