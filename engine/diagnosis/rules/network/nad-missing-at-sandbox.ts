import { absence, proof, saidIf } from '../../evidence';
import { say } from '../../../messages';
import { textAt } from '../../../kubernetes';
import type { Lookup } from '../../facts';
import { inNamespace, shellWord } from '../../fixes';
import { phaseOf } from '../../intent';
import { awaitedPod } from '../../migrations';
import { defineRule, type Finding } from '../../rule';
import { eventsAbout, firstMatch, saidByEvents, type Said } from '../../statements';

const NOT_FOUND =
  /cannot find a network-attachment-definition \(([^)]+)\) in namespace \(([^)]+)\)/;

/** multus with `namespaceIsolation`: the definition is there, and may not be used from here. */
const ISOLATED =
  /namespace isolation enabled, annotation violates permission, pod is in namespace \S+ but refers to target namespace ([\w-]+)/;

const isolatedFinding = (
  networks: readonly Lookup[],
  { statement, match: [, namespace = ''] }: Said,
): Finding => {
  const foreign = networks.find(({ ref }) => ref.namespace === namespace);
  return {
    severity: 'critical',
    confidence: 'certain',
    blocking: true,
    explanation: say(
      'Network attachment definition {{name}} is in project {{namespace}}, and the cluster lets a pod use only those of its own project.',
      { name: foreign?.ref.name ?? '', namespace },
    ),
    evidence: [
      statement.evidence,
      ...(foreign === undefined ? [] : [proof(foreign.namedBy, ...foreign.path)]),
    ],
    fixes: [
      {
        id: 'copy-network',
        description: say(
          'Create the network attachment definition in the project of the virtual machine, and name that one.',
        ),
        command: `oc get network-attachment-definitions -n ${shellWord(namespace)} -o yaml`,
        risk: 'manual',
      },
    ],
  };
};

/** The pod was made, and the definition was gone, or out of bounds, when multus looked for it. */
export const nadMissingAtSandbox = defineRule({
  id: 'nad-missing-at-sandbox',
  title: say('A network definition was gone when the launcher pod started'),
  stage: 'network',
  needs: ['vm', 'vmi', 'pods'],
  uses: ['events', 'networkAttachments', 'migrations'],
  explains: ['cni-sandbox-failed', 'nad-missing'],
  run: (facts, { now }) => {
    const { vm, events, networkAttachments } = facts;
    const awaited = awaitedPod(facts, now);
    if (awaited === undefined || phaseOf(awaited.pod) !== 'Pending') return [];
    const { pod, severity } = awaited;
    // KubeVirt makes no pod while a definition is missing: with a pod on a node it went later.
    const gone = networkAttachments.find(({ object }) => object === undefined);
    const isPlaced = (textAt(pod, 'spec', 'nodeName') ?? '') !== '';
    const told = saidByEvents(eventsAbout(events, pod));
    const isolated = firstMatch(told, ISOLATED);
    if (isolated !== undefined)
      return [{ ...isolatedFinding(networkAttachments, isolated), severity }];
    const said = firstMatch(told, NOT_FOUND);
    if (said === undefined && (gone === undefined || !isPlaced)) return [];
    const name = said?.match[1] ?? gone?.ref.name ?? '';
    const namespace = said?.match[2] ?? gone?.ref.namespace ?? '';
    return [
      {
        severity,
        confidence: said === undefined ? 'likely' : 'certain',
        blocking: true,
        explanation: say(
          'Network attachment definition {{name}} is not there in project {{namespace}}, or the isolation of namespaces forbids it.',
          { name, namespace },
        ),
        evidence: [
          ...saidIf(said?.statement),
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
