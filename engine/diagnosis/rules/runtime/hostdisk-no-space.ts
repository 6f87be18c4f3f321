import { formatBytes, nameOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { inNamespace, shellWord } from '../../fixes';
import { startErrors } from '../../launcher-errors';
import { defineRule } from '../../rule';
import { firstMatch } from '../../statements';

const NO_SPACE =
  /unable to create (\S+?),? not enough space,? demanded size (\d+) ?B? is bigger than available space (\d+)/;

/** The image is made on the volume at the first start, and the file system takes a part of it. */
export const hostdiskNoSpace = defineRule({
  id: 'hostdisk-no-space',
  title: say('A disk image does not fit into its volume'),
  stage: 'runtime',
  needs: ['vm', 'vmi'],
  uses: ['events', 'earlierEvents'],
  explains: ['domain-start-failed', 'start-failure-crashloop', 'vmi-crashed-unknown'],
  run: (facts) => {
    const { vm } = facts;
    const said = firstMatch(startErrors(facts), NO_SPACE);
    if (said === undefined) return [];
    const [, file = '', wanted, available] = said.match;
    return [
      {
        severity: 'critical',
        confidence: 'certain',
        blocking: true,
        explanation: say(
          'Disk image {{file}} should be {{wanted}}, and its volume has {{available}}.',
          {
            file,
            wanted: formatBytes(Number(wanted)),
            available: formatBytes(Number(available)),
          },
        ),
        evidence: [said.statement.evidence],
        fixes: [
          {
            id: 'enlarge-volume',
            description: say(
              'Use a larger claim, a volume of mode Block, or let KubeVirt tolerate less space (pvcTolerateLessSpaceUpToPercent).',
            ),
            command: `oc get pvc ${inNamespace(vm)} && oc edit vm ${shellWord(nameOf(vm))} ${inNamespace(vm)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
