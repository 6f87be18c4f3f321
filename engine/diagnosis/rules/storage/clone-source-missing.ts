import { nameOf, textAt } from '../../../kubernetes';
import { say } from '../../../messages';
import { remakeDiskFix } from '../../disk-fixes';
import { diskSeverity, disksOf, saidOfDisk, isFilled } from '../../disks';
import { absence, proof, saidIf } from '../../evidence';
import { shellWord } from '../../fixes';
import { isPreparing } from '../../intent';
import { defineRule } from '../../rule';
import { firstMatch, saidByEvents } from '../../statements';

const SAID = /source pvc \S+ (?:doesn't exist|not available)|dataSource \S+ does not exist/i;

/** The clone starts by itself as soon as its source appears. */
export const cloneSourceMissing = defineRule({
  id: 'clone-source-missing',
  title: say('What a disk should be cloned from does not exist'),
  stage: 'storage',
  needs: ['vm', 'vmi', 'dataVolumes', 'claims', 'cloneSources', 'dataSources'],
  uses: ['events'],
  explains: ['dv-create-failed'],
  run: (facts) => {
    const { vm, vmi, cloneSources, dataSources, events } = facts;
    if (!isPreparing(vm, vmi)) return [];
    return [...cloneSources, ...dataSources].flatMap((source) => {
      const { ref, namedBy, path } = source;
      const diskName = textAt(namedBy, ...path.slice(0, 3), 'metadata', 'name') ?? nameOf(namedBy);
      const disk = disksOf(facts).find(({ name }) => name === diskName);
      if (source.object !== undefined || disk === undefined || isFilled(disk)) return [];
      const own = saidByEvents(events).filter(({ about }) => about.kind === 'VirtualMachine');
      const said = firstMatch([...saidOfDisk(disk, events), ...own], SAID);
      return [
        {
          severity: diskSeverity(vm, vmi),
          confidence: 'certain' as const,
          blocking: true,
          explanation: say(
            'Disk {{disk}} should be cloned from {{kind}} {{source}} in project {{namespace}}, which does not exist. It stays empty until that appears.',
            {
              disk: disk.name,
              kind: ref.kind,
              source: ref.name,
              namespace: ref.namespace ?? '',
            },
          ),
          evidence: [absence(ref), proof(namedBy, ...path), ...saidIf(said?.statement)],
          fixes: [
            {
              id: 'list-clone-sources',
              description: say('See what there is to clone from.'),
              command: `oc get datasource,volumesnapshot,pvc -n ${shellWord(ref.namespace ?? 'default')}`,
              risk: 'safe' as const,
            },
            remakeDiskFix(
              vm,
              disk,
              say('Name a source that exists for disk {{disk}}.', { disk: disk.name }),
            ),
          ],
        },
      ];
    });
  },
});
