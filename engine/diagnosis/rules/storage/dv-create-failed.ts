import { conditionOf, nameOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { inNamespace, shellWord } from '../../fixes';
import { isPreparing } from '../../intent';
import { defineRule } from '../../rule';
import { eventsAbout, firstMatch, saidByConditions, saidByEvents } from '../../statements';

const REFUSED = /(?:Error creating|failed to create) DataVolume ?([\w.-]*)/i;

/** CDI's webhooks refused what the template asks for; the text behind the colon says why. */
export const dvCreateFailed = defineRule({
  id: 'dv-create-failed',
  title: say('The DataVolume of a disk is refused'),
  stage: 'storage',
  needs: ['vm', 'vmi', 'dataVolumes'],
  uses: ['events'],
  run: ({ vm, vmi, dataVolumes, events }) => {
    const isMissing = dataVolumes.some(({ object }) => object === undefined);
    if (!isPreparing(vm, vmi) || !isMissing || conditionOf(vm, 'Failure')?.status !== 'True')
      return [];
    const said = firstMatch(
      [...saidByEvents(eventsAbout(events, vm)), ...saidByConditions(vm)],
      REFUSED,
    );
    if (said === undefined) return [];
    return [
      {
        severity: 'critical',
        confidence: 'certain',
        blocking: true,
        explanation: say(
          'DataVolume {{name}} of the virtual machine was refused when it was to be made. The evidence says why.',
          { name: (said.match[1] ?? '').replace(/\.$/, '') },
        ),
        evidence: [said.statement.evidence],
        fixes: [
          {
            id: 'correct-disk-template',
            description: say('Correct the DataVolume template of the virtual machine.'),
            command: `oc edit vm ${shellWord(nameOf(vm))} ${inNamespace(vm)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
