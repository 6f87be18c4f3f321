import { absence, proof } from '../../evidence';
import { say } from '../../../messages';
import { textAt } from '../../../kubernetes';
import { inNamespace } from '../../fixes';
import { activePodOf, isStarting, phaseOf } from '../../intent';
import { defineRule } from '../../rule';
import { eventsAbout, firstMatch, saidByEvents } from '../../statements';

const NOT_FOUND =
  /cannot find a network-attachment-definition \(([^)]+)\) in namespace \(([^)]+)\)/;

/** The pod was made, and the definition was gone, or out of bounds, when multus looked for it. */
export const nadMissingAtSandbox = defineRule({
  id: 'nad-missing-at-sandbox',
  title: say('A network definition was gone when the launcher pod started'),
  stage: 'network',
  needs: ['vm', 'vmi', 'pods'],
  uses: ['events', 'networkAttachments'],
  explains: ['cni-sandbox-failed', 'nad-missing'],
  run: ({ vm, vmi, pods, events, networkAttachments }) => {
    const pod = activePodOf(vmi, pods);
    if (pod === undefined || !isStarting(vm, vmi) || phaseOf(pod) !== 'Pending') return [];
    // KubeVirt makes no pod while a definition is missing: with a pod on a node it went later.
    const gone = networkAttachments.find(({ object }) => object === undefined);
    const isPlaced = (textAt(pod, 'spec', 'nodeName') ?? '') !== '';
    const said = firstMatch(saidByEvents(eventsAbout(events, pod)), NOT_FOUND);
    if (said === undefined && (gone === undefined || !isPlaced)) return [];
    const name = said?.match[1] ?? gone?.ref.name ?? '';
    const namespace = said?.match[2] ?? gone?.ref.namespace ?? '';
    return [
      {
        severity: 'critical',
        confidence: said === undefined ? 'likely' : 'certain',
        blocking: true,
        explanation: say(
          'Network attachment definition {{name}} is not there in project {{namespace}}, or the isolation of namespaces forbids it.',
          { name, namespace },
        ),
        evidence: [
          ...(said === undefined ? [] : [said.statement.evidence]),
          ...(gone === undefined ? [] : [absence(gone.ref), proof(gone.namedBy, ...gone.path)]),
        ],
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
