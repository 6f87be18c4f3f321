import { textAt, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import { diskSeverity, saidOfDisk, unfilledDisks } from '../../disks';
import { proof } from '../../evidence';
import { shellWord } from '../../fixes';
import { defineRule } from '../../rule';

const IN_USE = /pod (\S+)\/(\S+) using PersistentVolumeClaim (\S+)/;
/** Older releases of CDI have a reason of their own for clones by snapshot. */
const REASON = /^(?:Smart)?CloneSourceInUse$/;
const OF_A_VM = /^virt-launcher-(.+)-[a-z0-9]{5}$/;

/** CDI tells `N/A` until the copy has begun, then a percentage. */
const hasBegun = (dataVolume: KubeObject): boolean =>
  Number.parseFloat(textAt(dataVolume, 'status', 'progress') ?? '') > 0;

/** A clone that copies waits until nobody writes to its source. */
export const cloneSourceInUse = defineRule({
  id: 'clone-source-in-use',
  title: say('What a disk is cloned from is in use'),
  stage: 'storage',
  needs: ['vm', 'vmi', 'dataVolumes', 'claims', 'events'],
  uses: ['workClaims'],
  run: (facts) =>
    unfilledDisks(facts).flatMap((disk) => {
      const dataVolume = disk.dataVolume?.object;
      const [latest] = saidOfDisk(disk, facts.events).filter(({ source }) => source === 'event');
      const said = saidOfDisk(disk, facts.events).find(({ reason }) => REASON.test(reason));
      const match = IN_USE.exec(said?.text ?? '');
      if (dataVolume === undefined || said === undefined || match === null) return [];
      if (hasBegun(dataVolume)) return [];
      if (/Clone(?:Succeeded|Complete)/.test(latest?.reason ?? '')) return [];
      const [, namespace = '', pod = '', source = ''] = match;
      const user = OF_A_VM.exec(pod)?.[1];
      return [
        {
          severity: diskSeverity(facts.vm, facts.vmi),
          confidence: 'certain' as const,
          blocking: true,
          explanation: say(
            'Disk {{disk}} is cloned from claim {{source}}, and the clone waits because pod {{pod}} in project {{namespace}} writes to it.',
            { disk: disk.name, source, pod, namespace },
          ),
          evidence: [said.evidence, proof(dataVolume, 'status', 'phase')],
          fixes: [
            {
              id: 'stop-clone-source',
              description: say(
                'Stop what uses the source until the clone is done, or clone from a volume snapshot.',
              ),
              command:
                user === undefined
                  ? `oc get pod ${shellWord(pod)} -n ${shellWord(namespace)}`
                  : `virtctl stop ${shellWord(user)} -n ${shellWord(namespace)}`,
              effect: say('Whatever runs there goes down meanwhile.'),
              risk: 'manual' as const,
            },
          ],
        },
      ];
    }),
});
