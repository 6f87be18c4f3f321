import { nameOf, namespaceOf, type KubeObject } from '../../../kubernetes';
import { say, type Message } from '../../../messages';
import { conditionProof, proof, proofIf } from '../../evidence';
import { requestsOf } from '../../pod-requests';
import { defineRule, type Finding } from '../../rule';
import {
  allocatableOf,
  countOf,
  decides,
  decisiveResource,
  nodeNames,
  nodesText,
  PLACEMENT_USES,
  unscheduled,
  type Unscheduled,
} from '../../scheduling';

/** Device resources are named `domain/name`; KubeVirt's own and hugepages are other causes. */
const DEVICE = /^(?!devices\.kubevirt\.io\/)[\w.-]+\.[\w.-]+\/[\w.-]+$/;

const MOST_HOLDERS = 3;

/** Pods that hold such a device, as far as they were read and have a name. */
const holdersOf = (pods: readonly KubeObject[], device: string): string =>
  pods
    .filter((pod) => nameOf(pod) !== '' && (requestsOf(pod).get(device) ?? 0) > 0)
    .slice(0, MOST_HOLDERS)
    .map((pod) => `${namespaceOf(pod) ?? ''}/${nameOf(pod)}`)
    .join(', ');

const why = (
  device: string,
  offering: readonly KubeObject[],
  holders: string,
  nodes: string,
): Message => {
  if (offering.length === 0) {
    return say(
      'No node offers {{device}}: its device plugin does not run, or the device is not permitted for virtual machines. Node by node: {{nodes}}.',
      { device, nodes },
    );
  }
  const params = { device, names: nodeNames(offering), holders };
  return holders === ''
    ? say('Every {{device}} of {{names}} is used by other virtual machines or pods.', params)
    : say('Every {{device}} of {{names}} is in use, among others by pods {{holders}}.', params);
};

/** Devices asked for by ResourceClaim, which the scheduler allots by itself. */
const CLAIMS = /cannot allocate all claims|resourceclaim/i;

const claimsFinding = (refused: Unscheduled): Finding[] =>
  decides(refused, 'open') && countOf(refused.groups, CLAIMS) > 0
    ? [
        {
          severity: 'critical',
          confidence: 'certain',
          blocking: true,
          explanation: say(
            'No node has free devices for the resource claims of the launcher pod. Node by node: {{nodes}}.',
            { nodes: nodesText(refused) },
          ),
          evidence: [
            conditionProof(refused.pod, refused.condition),
            ...proofIf(refused.pod, 'spec', 'resourceClaims', 0, 'name'),
          ],
          fixes: [
            {
              id: 'find-claimed-device',
              description: say(
                'Free a device, or ask for one that a node offers. This shows what is offered and what is taken.',
              ),
              command: 'oc get resourceslices && oc get resourceclaims -A',
              risk: 'manual',
            },
          ],
        },
      ]
    : [];

export const insufficientGpu = defineRule({
  id: 'insufficient-gpu',
  title: say('No node has a free device of the kind that the virtual machine asks for'),
  stage: 'scheduling',
  needs: ['vm', 'vmi', 'pods'],
  uses: PLACEMENT_USES,
  run: (facts) => {
    const refused = unscheduled(facts);
    const device = refused && decisiveResource(refused, DEVICE);
    if (refused === undefined) return [];
    if (device === undefined) return claimsFinding(refused);
    const offering = facts.nodes.filter((node) => allocatableOf(node, device) > 0);
    return [
      {
        severity: 'critical',
        confidence: 'certain',
        blocking: true,
        explanation: why(device, offering, holdersOf(facts.nodePods, device), nodesText(refused)),
        evidence: [
          conditionProof(refused.pod, refused.condition),
          ...offering.slice(0, 3).map((node) => proof(node, 'status', 'allocatable', device)),
        ],
        fixes: [
          {
            id: 'find-device',
            description: say(
              'Free a device, or make one available. This shows what each node offers.',
            ),
            command: `oc get nodes -o custom-columns=NAME:.metadata.name,DEVICES:.status.allocatable`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
