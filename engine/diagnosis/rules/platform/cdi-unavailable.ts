import { conditionOf, conditionsOf, MINUTE, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import { disksOf, isKnownAbsent, saidOfDisk, type Disk } from '../../disks';
import { conditionProof, proof } from '../../evidence';
import { ageOf, isPreparing, phaseOf } from '../../intent';
import { defineRule, type FixDraft } from '../../rule';

/** CDI writes the status of a new DataVolume within moments, whatever becomes of it. */
const PATIENCE = 5 * MINUTE;

const LOOK: FixDraft = {
  id: 'look-at-cdi',
  description: say('See which of its pods do not run.'),
  command: 'oc get pods -n openshift-cnv -l app.kubernetes.io/component=storage',
  risk: 'safe',
};

/** A DataVolume that nobody has looked at: no status, no claim, no word about it. */
const isUntouched = (disk: Disk, events: readonly KubeObject[], now: number): boolean => {
  const object = disk.dataVolume?.object;
  return (
    object !== undefined &&
    phaseOf(object) === undefined &&
    conditionsOf(object).length === 0 &&
    ageOf(object, now) > PATIENCE &&
    isKnownAbsent(disk) &&
    saidOfDisk(disk, events).length === 0
  );
};

/** Without CDI's controller no DataVolume makes a step, and nobody may be left to say so. */
export const cdiUnavailable = defineRule({
  id: 'cdi-unavailable',
  title: say('The service that fills disks does not work'),
  stage: 'platform',
  needs: ['vm', 'vmi', 'cdis', 'dataVolumes'],
  uses: ['claims', 'events'],
  run: ({ vm, vmi, cdis, dataVolumes, claims, events }, { now }) => {
    const waits = dataVolumes.some(({ object }) => phaseOf(object) !== 'Succeeded');
    if (!isPreparing(vm, vmi) || !waits) return [];
    const unavailable = cdis.flatMap((cdi) => {
      const available = conditionOf(cdi, 'Available');
      return available === undefined || available.status === 'True'
        ? []
        : [conditionProof(cdi, available)];
    });
    if (unavailable.length > 0) {
      return unavailable.map((evidence) => ({
        severity: 'critical' as const,
        confidence: 'certain' as const,
        blocking: true,
        explanation: say(
          'The containerized data importer reports that it is not available, so no disk is made or filled.',
        ),
        evidence: [evidence],
        fixes: [LOOK],
      }));
    }
    return disksOf({ dataVolumes, claims })
      .filter((disk) => isUntouched(disk, events, now))
      .flatMap(({ name, dataVolume }) =>
        dataVolume?.object === undefined
          ? []
          : [
              {
                severity: 'critical' as const,
                confidence: 'likely' as const,
                blocking: true,
                explanation: say(
                  'Nothing has happened to disk {{disk}} since it was asked for: CDI does not work, whatever its status says.',
                  { disk: name },
                ),
                evidence: [proof(dataVolume.object, 'metadata', 'creationTimestamp')],
                fixes: [LOOK],
              },
            ],
      );
  },
});
