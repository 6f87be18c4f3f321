import { say } from '../../../messages';
import { inNamespace } from '../../fixes';
import { activePodOf, isStarting } from '../../intent';
import { defineRule } from '../../rule';
import { eventsAbout, firstMatch, saidByEvents } from '../../statements';

const NOT_FOUND =
  /cannot find a network-attachment-definition \(([^)]+)\) in namespace \(([^)]+)\)/;

/** The pod was made, and the definition was gone, or out of bounds, when multus looked for it. */
export const nadMissingAtSandbox = defineRule({
  id: 'nad-missing-at-sandbox',
  title: say('A network definition was gone when the launcher pod started'),
  stage: 'network',
  needs: ['vm', 'vmi', 'pods', 'events'],
  explains: ['cni-sandbox-failed'],
  run: ({ vm, vmi, pods, events }) => {
    const pod = activePodOf(vmi, pods);
    if (pod === undefined || !isStarting(vm, vmi)) return [];
    const said = firstMatch(saidByEvents(eventsAbout(events, pod)), NOT_FOUND);
    if (said === undefined) return [];
    const [, name = '', namespace = ''] = said.match;
    return [
      {
        severity: 'critical',
        confidence: 'certain',
        blocking: true,
        explanation: say(
          'Network attachment definition {{name}} is not there in project {{namespace}}, or the isolation of namespaces forbids it.',
          { name, namespace },
        ),
        evidence: [said.statement.evidence],
        fixes: [
          {
            id: 'recreate-network',
            description: say(
              'Create the network attachment definition again in the project of the virtual machine. The pod retries by itself.',
            ),
            command: `oc get network-attachment-definitions ${inNamespace(vm)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
