import { conditionOf, nameOf, refOf, textAt, type KubeObject } from '../kubernetes';
import { say, type Message } from '../messages';
import { nearest } from '../spelling';
import { absence, conditionProof, proof } from './evidence';
import type { Lookup } from './facts';
import { inNamespace, patchCommand } from './fixes';
import { isStarting } from './intent';
import type { Finding, FixDraft } from './rule';

type Wording = {
  readonly field: 'instancetype' | 'preference';
  readonly reason: string;
  readonly explanation: (params: { name: string; kind: string }) => Message;
  readonly fix: Message;
  readonly command: string;
};

/** The one name that is nearest to what was written, as a patch. */
const meantFix = (
  vm: KubeObject,
  field: Wording['field'],
  written: string,
  others: readonly KubeObject[],
): FixDraft[] => {
  const [best] = nearest(written, others.map(nameOf));
  if (best === undefined) return [];
  const patch = (name: string) => ({ spec: { [field]: { name } } });
  return [
    {
      id: `correct-${field}`,
      description: say('Use {{name}}, which exists and is spelt almost the same.', {
        name: best.word,
      }),
      command: patchCommand(vm, 'merge', patch(best.word)),
      effect: say('KubeVirt tries to start it again at once.'),
      risk: 'confirm',
      action: {
        verb: 'patch',
        target: refOf(vm),
        patchType: 'merge',
        patch: patch(best.word),
        undo: patch(written),
      },
    },
  ];
};

/**
 * An instance type or preference that the VM names and the API server does not have. A pinned
 * revision makes the object itself unnecessary.
 */
export const matcherFinding = (
  vm: KubeObject,
  vmi: KubeObject | undefined,
  found: Lookup | undefined,
  others: readonly KubeObject[],
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
        ...meantFix(vm, field, found.ref.name, others),
        {
          id: `choose-${field}`,
          description: fix,
          command: `${command} ${inNamespace(vm)}`,
          risk: 'manual',
        },
      ],
    },
  ];
};
