import { conditionOf, nameOf, parseTime, refOf, type Condition } from '../../../kubernetes';
import { say } from '../../../messages';
import { diskSeverity, unfilledDisks } from '../../disks';
import { conditionProof, proof } from '../../evidence';
import { shellWord } from '../../fixes';
import { isPreparing } from '../../intent';
import { FIRST_PERCENT } from '../../progress';
import { defineRule } from '../../rule';

/** A boot source that was asked for just now is imported like any other disk. */
const isOnItsWay = ({ reason, lastTransitionTime }: Condition, now: number): boolean =>
  reason === 'ImportInProgress' && now - (parseTime(lastTransitionTime) ?? 0) < FIRST_PERCENT;

/** A boot source whose image has not arrived: nothing can be cloned from it yet. */
export const datasourceNotReady = defineRule({
  id: 'datasource-not-ready',
  title: say('The boot source of a disk is not ready'),
  stage: 'storage',
  needs: ['vm', 'vmi', 'dataVolumes', 'claims', 'dataSources'],
  explains: ['clone-source-missing', 'dv-create-failed'],
  run: (facts, { now }) => {
    const { vm, vmi, dataSources } = facts;
    const isWaiting = facts.dataVolumes.some(({ object }) => object === undefined);
    if (!isPreparing(vm, vmi) || (!isWaiting && unfilledDisks(facts).length === 0)) return [];
    return dataSources.flatMap(({ object, namedBy, path }) => {
      const ready = conditionOf(object, 'Ready');
      if (object === undefined || ready === undefined || ready.status === 'True') return [];
      if (isOnItsWay(ready, now)) return [];
      const { namespace = '' } = refOf(object);
      return [
        {
          severity: diskSeverity(vm, vmi),
          confidence: 'certain' as const,
          blocking: true,
          explanation: say(
            'The virtual machine boots from data source {{name}} in project {{namespace}}, whose image has not arrived.',
            { name: nameOf(object), namespace },
          ),
          evidence: [conditionProof(object, ready), proof(namedBy, ...path)],
          fixes: [
            {
              id: 'look-at-boot-source',
              description: say('See why the import of this boot source does not finish.'),
              command: `oc get dataimportcron,datavolume,pvc -n ${shellWord(namespace)}`,
              risk: 'safe' as const,
            },
          ],
        },
      ];
    });
  },
});
