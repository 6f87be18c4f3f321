import { say } from '../../../messages';
import { proofIf } from '../../evidence';
import { refusedRequest } from '../../refused';
import { defineRule } from '../../rule';

const NOT_MET =
  /(?:insufficient|no) (?:CPU|Memory) resources (?:of [^,]{1,80} )?provided by [^,]{1,40}, preference requires [^\n;]{1,120}|preference requires architecture \S+ but \S+ is being requested/i;

/** Checked when the VM is made or changed, so the refusal is all that is left of it. */
export const preferenceRequirementsNotMet = defineRule({
  id: 'preference-requirements-not-met',
  title: say('The size of the virtual machine is below what its preference requires'),
  stage: 'vm',
  needs: ['reported'],
  uses: ['vm', 'vmi', 'events'],
  explains: ['vmi-create-rejected'],
  run: (facts) => {
    const refused = refusedRequest(facts, NOT_MET);
    if (refused === undefined) return [];
    const { match, evidence, ...judgement } = refused;
    return [
      {
        ...judgement,
        explanation: say(
          'KubeVirt refuses the virtual machine, since the preference asks for more than it gets: {{message}}.',
          { message: match[0] },
        ),
        evidence: [
          ...evidence,
          ...proofIf(facts.vm, 'spec', 'instancetype', 'name'),
          ...proofIf(facts.vm, 'spec', 'preference', 'name'),
        ],
        fixes: [
          {
            id: 'choose-larger-size',
            description: say('Choose a larger instance type, or a preference that requires less.'),
            command:
              'oc get virtualmachineclusterinstancetypes -o custom-columns=NAME:.metadata.name,CPU:.spec.cpu.guest,MEMORY:.spec.memory.guest',
            risk: 'confirm',
          },
        ],
      },
    ];
  },
});
