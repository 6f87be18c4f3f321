import { say } from '../../../messages';
import { matcherFinding } from '../../matcher';
import { defineRule } from '../../rule';

/** The webhook only warns about a missing instance type, and no event is emitted later. */
export const instancetypeNotFound = defineRule({
  id: 'instancetype-not-found',
  title: say('The instance type of the virtual machine does not exist'),
  stage: 'vm',
  needs: ['vm', 'vmi', 'instancetype'],
  uses: ['instancetypes'],
  run: ({ vm, vmi, instancetype, instancetypes }) =>
    matcherFinding(vm, vmi, instancetype, instancetypes, {
      field: 'instancetype',
      reason: 'FailedFindInstancetype',
      explanation: (params) =>
        say(
          'Instance type {{name}} ({{kind}}) does not exist, so KubeVirt cannot make the VirtualMachineInstance.',
          params,
        ),
      fix: say('Name an instance type that exists.'),
      command: 'oc get virtualmachineclusterinstancetypes,virtualmachineinstancetypes',
    }),
});
