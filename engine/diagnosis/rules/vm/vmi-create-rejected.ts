import { say } from '../../../messages';
import { inNamespace, shellWord } from '../../fixes';
import { nameOf } from '../../../kubernetes';
import { wantsToRun } from '../../intent';
import { defineRule } from '../../rule';
import { firstMatch, saidByConditions, saidByEvents } from '../../statements';

const DENIED =
  /admission webhook "[^"]*virtualmachineinstances[^"]*" denied the request: ([^]{1,300})/;

/** The VirtualMachineInstance made from the template is invalid; the text names the field. */
export const vmiCreateRejected = defineRule({
  id: 'vmi-create-rejected',
  title: say('KubeVirt refuses the instance that the virtual machine describes'),
  stage: 'vm',
  needs: ['reported', 'vm', 'vmi', 'events'],
  run: ({ reported, vm, vmi, events }) => {
    if (vmi !== undefined) return [];
    const said = firstMatch(
      [...saidByConditions(vm), ...(wantsToRun(vm, vmi) ? saidByEvents(events) : []), ...reported],
      DENIED,
    );
    if (said === undefined) return [];
    return [
      {
        severity: 'critical',
        confidence: said.statement.source === 'condition' ? 'certain' : 'likely',
        blocking: true,
        explanation: say('Admission refused the VirtualMachineInstance: {{reason}}', {
          reason: said.match[1] ?? '',
        }),
        evidence: [said.statement.evidence],
        fixes: [
          {
            id: 'fix-field',
            description: say('Change the field that the message names.'),
            command: `oc edit vm ${shellWord(nameOf(vm))} ${inNamespace(vm)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
