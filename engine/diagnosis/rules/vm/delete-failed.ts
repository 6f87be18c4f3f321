import { conditionOf, isDeleting, nameOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { cut, present } from '../../../redaction';
import { conditionProof, proofIf, saidIf } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { runStrategyOf } from '../../intent';
import { defineRule } from '../../rule';
import { eventsAbout, saidByEvents } from '../../statements';

/** virt-controller asked for the instance to be deleted, and the API server said no. */
export const deleteFailed = defineRule({
  id: 'delete-failed',
  title: say('The instance of the virtual machine cannot be deleted'),
  stage: 'vm',
  needs: ['vm', 'vmi'],
  uses: ['events'],
  explains: ['vm-terminating-stuck', 'in-progress'],
  run: ({ vm, vmi, events }) => {
    const failure = conditionOf(vm, 'Failure');
    const isRefused = failure?.status === 'True' && failure.reason === 'FailedDelete';
    const said = saidByEvents(eventsAbout(events, vm)).find(
      ({ reason }) => reason === 'FailedDelete',
    );
    // The event outlives what it tells; an instance on its way out was accepted in the end.
    if (vmi === undefined || isDeleting(vmi)) return [];
    const mustGo = isDeleting(vm) || runStrategyOf(vm) === 'Halted';
    if (!isRefused && (said === undefined || !mustGo)) return [];
    const reason = (isRefused ? failure.message : said?.text) ?? '';
    return [
      {
        severity: 'critical',
        confidence: isRefused ? 'certain' : 'likely',
        blocking: true,
        explanation: say(
          'KubeVirt tried to delete the instance so that the virtual machine stops, and the API server refused: {{reason}}',
          { reason: cut(present(reason), 300) },
        ),
        evidence: [
          ...(isRefused ? [conditionProof(vm, failure)] : []),
          ...saidIf(said),
          ...proofIf(vmi, 'status', 'phase'),
        ],
        fixes: [
          {
            id: 'repair-deletion',
            description: say('Correct what the message names: a webhook, a policy or a right.'),
            command: `oc delete vmi ${shellWord(nameOf(vm))} ${inNamespace(vm)} --dry-run=server`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
