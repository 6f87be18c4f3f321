import { annotationsOf, at, listAt, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import { cut, present } from '../../../redaction';
import { conditionProof, proof, proofIf } from '../../evidence';
import { inNamespace } from '../../fixes';
import { innerText, startErrors } from '../../launcher-errors';
import { defineRule, type Finding, type FixDraft } from '../../rule';
import {
  allocatableOf,
  decisiveResource,
  nodeNames,
  PLACEMENT_USES,
  unscheduled,
} from '../../scheduling';
import { firstMatch } from '../../statements';

const RESOURCE = 'k8s.v1.cni.cncf.io/resourceName';
const POOL = /^(?!devices\.kubevirt\.io\/)[^/]+\/[^/]+$/;
const RUNTIME = /failed to create SR-IOV host ?devices/i;
const INTERFACES = ['spec', 'template', 'spec', 'domain', 'devices', 'interfaces'] as const;

const hasSriov = (vm: KubeObject): boolean =>
  listAt(vm, ...INTERFACES).some((one) => at(one, 'sriov') !== undefined);

const policyFix = (vm: KubeObject): FixDraft => ({
  id: 'check-sriov-policy',
  description: say(
    'Check that a SriovNetworkNodePolicy gives enough virtual functions (numVfs) with deviceType vfio-pci on those nodes.',
  ),
  command: `oc get sriovnetworknodepolicies -A && oc get network-attachment-definitions ${inNamespace(vm)} -o yaml`,
  risk: 'manual',
});

/** The network names the pool of virtual functions it takes from, in an annotation. */
export const sriovUnavailable = defineRule({
  id: 'sriov-unavailable',
  title: say('No SR-IOV virtual function is free for the virtual machine'),
  stage: 'scheduling',
  needs: ['vm', 'vmi', 'pods'],
  uses: [...PLACEMENT_USES, 'networkAttachments', 'events', 'earlierEvents'],
  explains: ['insufficient-gpu', 'domain-start-failed'],
  run: ({ networkAttachments, events, earlierEvents, ...facts }): Finding[] => {
    const { vm, vmi, nodes } = facts;
    if (!hasSriov(vm)) return [];
    const failed = firstMatch(startErrors({ vm, vmi, events, earlierEvents }), RUNTIME);
    if (failed !== undefined) {
      return [
        {
          severity: 'critical',
          confidence: 'certain',
          blocking: true,
          explanation: say(
            'The virtual function that the pod was given cannot be passed to the guest: {{reason}}',
            { reason: cut(present(innerText(failed.statement.text)), 300) },
          ),
          evidence: [failed.statement.evidence],
          fixes: [policyFix(vm)],
        },
      ];
    }
    const pools = new Map(
      networkAttachments.flatMap(({ object }) => {
        const pool = annotationsOf(object)[RESOURCE];
        return object === undefined || pool === undefined ? [] : [[pool, object] as const];
      }),
    );
    const refused = unscheduled(facts);
    const pool = refused && decisiveResource(refused, POOL);
    if (refused === undefined || pool === undefined) return [];
    if (!pools.has(pool) && !pool.startsWith('openshift.io/')) return [];
    const network = pools.get(pool);
    const offering = nodes.filter((node) => allocatableOf(node, pool) > 0);
    const params = { pool, nodes: nodeNames(offering) };
    return [
      {
        severity: 'critical',
        confidence: network === undefined ? 'likely' : 'certain',
        blocking: true,
        explanation:
          offering.length > 0
            ? say('All virtual functions of pool {{pool}} on {{nodes}} are in use.', params)
            : say('No node offers virtual functions of pool {{pool}}.', params),
        evidence: [
          conditionProof(refused.pod, refused.condition),
          ...proofIf(network, 'metadata', 'annotations', RESOURCE),
          ...offering.slice(0, 3).map((node) => proof(node, 'status', 'allocatable', pool)),
        ],
        fixes: [policyFix(vm)],
      },
    ];
  },
});
