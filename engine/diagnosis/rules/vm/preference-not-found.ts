import { say } from '../../../messages';
import { matcherFinding } from '../../matcher';
import { defineRule } from '../../rule';

export const preferenceNotFound = defineRule({
  id: 'preference-not-found',
  title: say('The preference of the virtual machine does not exist'),
  stage: 'vm',
  needs: ['vm', 'vmi', 'preference'],
  uses: ['preferences'],
  run: ({ vm, vmi, preference, preferences }) =>
    matcherFinding(vm, vmi, preference, preferences, {
      field: 'preference',
      reason: 'FailedFindPreference',
      explanation: (params) =>
        say(
          'Preference {{name}} ({{kind}}) does not exist, so KubeVirt cannot make the VirtualMachineInstance.',
          params,
        ),
      fix: say('Name a preference that exists.'),
      command: 'oc get virtualmachineclusterpreferences,virtualmachinepreferences',
    }),
});
