import { conditionOf, textAt, type KubeObject } from '../kubernetes';
import type { Message } from '../messages';
import { absence, conditionProof, proof } from './evidence';
import type { Lookup } from './facts';
import { inNamespace } from './fixes';
import { isStarting } from './intent';
import type { Finding } from './rule';

type Wording = {
  readonly field: 'instancetype' | 'preference';
  readonly reason: string;
  readonly explanation: (params: { name: string; kind: string }) => Message;
  readonly fix: Message;
  readonly command: string;
};

/**
 * An instance type or preference that the VM names and the API server does not have. A pinned
 * revision makes the object itself unnecessary.
 */
export const matcherFinding = (
  vm: KubeObject,
  vmi: KubeObject | undefined,
  found: Lookup | undefined,
  { field, reason, explanation, fix, command }: Wording,
): Finding[] => {
  const isPinned =
    (textAt(vm, 'spec', field, 'revisionName') ?? '') !== '' ||
    (textAt(vm, 'status', `${field}Ref`, 'controllerRevisionRef', 'name') ?? '') !== '';
  if (found === undefined || found.object !== undefined || isPinned || vmi !== undefined) return [];
  if (!isStarting(vm, vmi)) return [];
  const failure = conditionOf(vm, 'Failure');
  const isSaid = failure?.status === 'True' && failure.reason === reason;
  return [
    {
      severity: 'critical',
      confidence: 'certain',
      blocking: isSaid,
      explanation: explanation({ name: found.ref.name, kind: found.ref.kind }),
      evidence: [
        absence(found.ref),
        proof(vm, ...found.path),
        ...(isSaid ? [conditionProof(vm, failure)] : []),
      ],
      fixes: [
        {
          id: `choose-${field}`,
          description: fix,
          command: `${command} ${inNamespace(vm)}`,
          risk: 'confirm',
        },
      ],
    },
  ];
};
