import { say } from '../../../messages';
import { proofIf } from '../../evidence';
import { refusedRequest } from '../../refused';
import { defineRule } from '../../rule';

const NOT_INFERRED =
  /unable to (?:infer defaults from [^\n]{1,160}? (?:is|are) not supported|find required (?<label>instancetype\.kubevirt\.io\/default-[\w-]+) label on the volume|find volume (?<volume>\S{1,253}) to infer defaults)/;

/** The instance type or preference is to come from a label of the boot source, which has none. */
export const inferFromVolumeFailed = defineRule({
  id: 'infer-from-volume-failed',
  title: say('The boot source does not say which instance type or preference to use'),
  stage: 'vm',
  needs: ['reported'],
  uses: ['vm', 'vmi', 'events'],
  explains: ['vmi-create-rejected'],
  run: (facts) => {
    const refused = refusedRequest(facts, NOT_INFERRED);
    if (refused === undefined) return [];
    const { match, evidence, ...judgement } = refused;
    const label = match.groups?.label ?? 'instancetype.kubevirt.io/default-instancetype';
    return [
      {
        ...judgement,
        explanation: say(
          'The virtual machine asks for the defaults of its boot volume (inferFromVolume), and KubeVirt cannot find them: {{message}}.',
          { message: match[0] },
        ),
        evidence: [
          ...evidence,
          ...proofIf(facts.vm, 'spec', 'instancetype', 'inferFromVolume'),
          ...proofIf(facts.vm, 'spec', 'preference', 'inferFromVolume'),
        ],
        fixes: [
          {
            id: 'name-instancetype',
            description: say(
              'Name the instance type and the preference instead of inferFromVolume, or give the boot source the label {{label}}.',
              { label },
            ),
            command: `oc get datasources,pvc -A -L ${label}`,
            risk: 'confirm',
          },
        ],
      },
    ];
  },
});
