import { nameOf } from '../../../kubernetes';
import { say, type Message } from '../../../messages';
import { diskSeverity, saidOfDisk, unfilledDisks, withoutScratch, type Disk } from '../../disks';
import { proof } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { phaseOf } from '../../intent';
import { defineRule } from '../../rule';
import { firstMatch } from '../../statements';

const FAILED = /failed to provision volume with StorageClass "([^"]+)"/;

/** Words of the storage driver, by what they mean. */
const why = (text: string, params: Record<string, string>): Message => {
  if (/quota/i.test(text)) {
    return say(
      'The storage behind class {{class}} keeps a quota of its own, and disk {{disk}} does not fit into it, so no volume was made.',
      params,
    );
  }
  if (/ResourceExhausted|no space|not enough|insufficient|exceed|pool .*full/i.test(text)) {
    return say(
      'The storage behind class {{class}} has no room for disk {{disk}}, so no volume was made.',
      params,
    );
  }
  if (/topology/i.test(text)) {
    return say(
      'The driver of storage class {{class}} finds no node with the topology it asks for, so no volume was made for disk {{disk}}.',
      params,
    );
  }
  if (/InvalidArgument|not support|unsupported|access mode/i.test(text)) {
    return say(
      'The storage behind class {{class}} cannot make a volume as disk {{disk}} asks for it: its access mode, volume mode or size.',
      params,
    );
  }
  if (/Unauthenticated|PermissionDenied|unauthorized|forbidden|secret/i.test(text)) {
    return say(
      'The storage behind class {{class}} refused the credentials of its driver, so no volume was made for disk {{disk}}.',
      params,
    );
  }
  return say(
    'The driver of storage class {{class}} could not make a volume for disk {{disk}}.',
    params,
  );
};

/** The claim that waits: with a populator that is CDI's own claim, else the disk's. */
const waitingClaim = ({ workClaims, claim }: Disk) =>
  workClaims.find((work) => phaseOf(work) === 'Pending') ??
  (claim?.object !== undefined && phaseOf(claim.object) === 'Pending' ? claim.object : undefined);

/** The storage driver was asked and said no; it is asked again with growing pauses. */
export const pvcProvisioningFailed = defineRule({
  id: 'pvc-provisioning-failed',
  title: say('The storage could not make a volume for a disk'),
  stage: 'storage',
  needs: ['vm', 'vmi', 'dataVolumes', 'claims', 'events'],
  uses: ['workClaims'],
  run: (facts) =>
    unfilledDisks(facts)
      .map(withoutScratch)
      .flatMap((disk) => {
        const claim = waitingClaim(disk);
        const said = firstMatch(saidOfDisk(disk, facts.events), FAILED);
        if (claim === undefined || said === undefined) return [];
        const params = { disk: disk.name, class: said.match[1] ?? '' };
        return [
          {
            severity: diskSeverity(facts.vm, facts.vmi),
            confidence: 'certain' as const,
            blocking: true,
            explanation: why(said.statement.text, params),
            evidence: [said.statement.evidence, proof(claim, 'status', 'phase')],
            fixes: [
              {
                id: 'look-at-claim',
                description: say(
                  'Correct what the storage driver complains about; the volume is then made by itself.',
                ),
                command: `oc describe pvc ${shellWord(nameOf(claim))} ${inNamespace(claim)}`,
                risk: 'manual' as const,
              },
            ],
          },
        ];
      }),
});
