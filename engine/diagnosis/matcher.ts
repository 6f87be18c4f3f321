import { at, conditionOf, nameOf, refOf, textAt, type KubeObject } from '../kubernetes';
import { say, type Message } from '../messages';
import { nearest } from '../spelling';
import { absence, conditionProof, proof, proofIf } from './evidence';
import type { Lookup } from './facts';
import { inNamespace, patchFix } from './fixes';
import { isStarting } from './intent';
import type { Finding, FixDraft } from './rule';

type Wording = {
  readonly field: 'instancetype' | 'preference';
  readonly reason: string;
  readonly explanation: (params: { name: string; kind: string }) => Message;
  readonly fix: Message;
  readonly command: string;
};

/** The same name of the other kind, or the one name of this kind that is nearest to it. */
const meant = ({ ref }: Lookup, others: readonly KubeObject[]): KubeObject | undefined => {
  const [best] = nearest(ref.name, others.filter((one) => one.kind === ref.kind).map(nameOf));
  return others.find((one) =>
    one.kind === ref.kind ? nameOf(one) === best?.word : nameOf(one) === ref.name,
  );
};

/** What was meant, as a patch. */
const meantFix = (
  vm: KubeObject,
  field: Wording['field'],
  found: Lookup,
  others: readonly KubeObject[],
): FixDraft[] => {
  const best = meant(found, others);
  if (best === undefined) return [];
  const isOtherKind = best.kind !== found.ref.kind;
  const patch = (name: string, kind: unknown) => ({
    spec: { [field]: { ...(isOtherKind ? { kind } : {}), name } },
  });
  return [
    patchFix(
      vm,
      {
        id: `correct-${field}`,
        description: isOtherKind
          ? say('Use {{name}} of kind {{kind}}, which exists.', {
              name: nameOf(best),
              kind: refOf(best).kind,
            })
          : say('Use {{name}}, which exists and is spelt almost the same.', { name: nameOf(best) }),
        effect: say('KubeVirt tries to start it again at once.'),
      },
      patch(nameOf(best), best.kind),
      patch(found.ref.name, at(vm, 'spec', field, 'kind') ?? null),
    ),
  ];
};

const UNKNOWN_KIND = /got unexpected kind in (?:Instancetype|Preference)Matcher: (\S{1,100})/;

/** KubeVirt knows two kinds of each, and this is neither. */
const unknownKind = (vm: KubeObject, { field, reason, fix, command }: Wording): Finding[] => {
  const failure = conditionOf(vm, 'Failure');
  const kind = UNKNOWN_KIND.exec(failure?.message ?? '')?.[1];
  if (failure?.status !== 'True' || failure.reason !== reason || kind === undefined) return [];
  return [
    {
      severity: 'critical',
      confidence: 'certain',
      blocking: true,
      explanation: say('The virtual machine names a {{field}} of kind {{kind}}, which is none.', {
        field,
        kind,
      }),
      evidence: [conditionProof(vm, failure), ...proofIf(vm, 'spec', field, 'kind')],
      fixes: [
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

/**
 * An instance type or preference that the VM names and the API server does not have. A pinned
 * revision makes the object itself unnecessary.
 */
export const matcherFinding = (
  vm: KubeObject,
  vmi: KubeObject | undefined,
  found: Lookup | undefined,
  others: readonly KubeObject[],
  wording: Wording,
): Finding[] => {
  const { field, reason, explanation, fix, command } = wording;
  const isPinned =
    (textAt(vm, 'spec', field, 'revisionName') ?? '') !== '' ||
    (textAt(vm, 'status', `${field}Ref`, 'controllerRevisionRef', 'name') ?? '') !== '';
  if (vmi !== undefined || !isStarting(vm, vmi)) return [];
  if (found === undefined) return unknownKind(vm, wording);
  if (found.object !== undefined || isPinned) return [];
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
        ...meantFix(vm, field, found, others),
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
