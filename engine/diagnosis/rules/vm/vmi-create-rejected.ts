import { nameOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { inNamespace, shellWord } from '../../fixes';
import { refusedRequest } from '../../refused';
import { defineRule } from '../../rule';

/**
 * Whatever webhook refuses what virt-controller creates, and those of KubeVirt what a caller sends.
 * A VM that a snapshot or restore holds is another matter.
 */
const DENIED =
  /(?:(?:Failure while starting VMI|Error creating virtual machine instance): admission webhook "[^"]+"|admission webhook "virtualmachine(?:s|instances(?:-\w+)?)?-(?:validator|mutator)\.kubevirt\.io") denied the request: (?!Cannot update)([^]{1,300})/i;

/** What the VM describes is invalid; the text names the field. */
export const vmiCreateRejected = defineRule({
  id: 'vmi-create-rejected',
  title: say('What the virtual machine describes is refused'),
  stage: 'vm',
  needs: ['reported'],
  uses: ['vm', 'vmi', 'events'],
  run: (facts) => {
    const { vm, vmi } = facts;
    const refused = refusedRequest(facts, DENIED);
    if (refused === undefined) return [];
    const { match, evidence, ...judgement } = refused;
    const isReported = evidence.some(({ source }) => source === 'reported');
    if (vmi !== undefined && !isReported) return [];
    const isThere = nameOf(vm) !== '';
    return [
      {
        ...judgement,
        explanation: say('Admission refused what the virtual machine describes: {{reason}}', {
          reason: match[1] ?? '',
        }),
        evidence,
        fixes: [
          {
            id: 'fix-field',
            description: say('Change the field that the message names.'),
            command: isThere
              ? `oc edit vm ${shellWord(nameOf(vm))} ${inNamespace(vm)}`
              : 'oc explain vm.spec.template.spec',
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
