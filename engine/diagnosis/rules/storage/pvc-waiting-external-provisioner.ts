import { MINUTE, nameOf, textAt, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import { diskSeverity, unfilledDisks, withoutScratch, type Disk } from '../../disks';
import { proof, proofIf } from '../../evidence';
import { shellWord } from '../../fixes';
import { ageOf, phaseOf } from '../../intent';
import { defineRule } from '../../rule';
import { eventsAbout, saidByEvents } from '../../statements';

const WAITING = /external provisioner '([^']+)'/;

/** A driver that runs answers within this time, if only with an error. */
const PATIENCE = 3 * MINUTE;

/**
 * The claims that a storage driver should make a volume for. A claim that a populator fills says
 * the same while all is well: there CDI's own claim counts.
 */
const provisionedClaims = ({ claim, workClaims }: Disk): KubeObject[] => {
  if (workClaims.length > 0) return [...workClaims];
  const object = claim?.object;
  return object === undefined || textAt(object, 'spec', 'dataSourceRef', 'kind') !== undefined
    ? []
    : [object];
};

/** Nobody answers for the storage class: its driver does not run, or its name is wrong. */
export const pvcWaitingExternalProvisioner = defineRule({
  id: 'pvc-waiting-external-provisioner',
  title: say('No storage driver answers for a disk'),
  stage: 'storage',
  needs: ['vm', 'vmi', 'dataVolumes', 'claims', 'events'],
  uses: ['workClaims', 'storageClasses'],
  run: (facts, { now }) =>
    unfilledDisks(facts)
      .map(withoutScratch)
      .flatMap((disk) =>
        provisionedClaims(disk).flatMap((claim) => {
          const said = saidByEvents(eventsAbout(facts.events, claim));
          const waiting = said.find(({ reason }) => reason === 'ExternalProvisioning');
          const answers = said.some(({ reason }) => reason.startsWith('Provisioning'));
          if (phaseOf(claim) !== 'Pending' || waiting === undefined || answers) return [];
          if (ageOf(claim, now) < PATIENCE) return [];
          const provisioner = WAITING.exec(waiting.text)?.[1] ?? '';
          const storageClass = facts.storageClasses.find(
            (one) => nameOf(one) === textAt(claim, 'spec', 'storageClassName'),
          );
          return [
            {
              severity: diskSeverity(facts.vm, facts.vmi),
              confidence: 'likely' as const,
              blocking: true,
              explanation: say(
                'Disk {{disk}} waits for storage driver {{provisioner}}, which has not answered. It does not run, or the storage class names the wrong one.',
                { disk: disk.name, provisioner },
              ),
              evidence: [
                waiting.evidence,
                proof(claim, 'status', 'phase'),
                ...proofIf(storageClass, 'provisioner'),
              ],
              fixes: [
                {
                  id: 'look-for-driver',
                  description: say('See whether the driver is registered and its pods run.'),
                  command: `oc get csidriver ${shellWord(provisioner)}; oc get pods -A | grep -i csi`,
                  risk: 'safe' as const,
                },
              ],
            },
          ];
        }),
      ),
});
