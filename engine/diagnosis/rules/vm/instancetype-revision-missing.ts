import { conditionOf, nameOf, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import { absence, conditionProof, proof } from '../../evidence';
import { inNamespace, patchCommand, shellWord } from '../../fixes';
import { isStarting } from '../../intent';
import { defineRule, type FixDraft } from '../../rule';

const unpinFix = (vm: KubeObject, field: string): FixDraft => {
  const patch = { spec: { [field]: { revisionName: '' } } };
  return {
    id: `unpin-${field}`,
    description: say('Take the pin away, so that the {{field}} of that name is copied anew.', {
      field,
    }),
    command: patchCommand(vm, 'merge', patch),
    effect: say('It starts with what the {{field}} holds today.', { field }),
    risk: 'confirm',
  };
};

/** KubeVirt keeps the copy by the name of its original, and makes another for another name. */
const chooseAgainFix = (vm: KubeObject, field: string): FixDraft => ({
  id: `choose-${field}-again`,
  description: say('Name another {{field}} and then this one again, so that it is copied anew.', {
    field,
  }),
  command: `oc edit vm ${shellWord(nameOf(vm))} ${inNamespace(vm)}`,
  effect: say('It starts with what the {{field}} holds today.', { field }),
  risk: 'confirm',
});

/** KubeVirt pins instance type and preference to a copy, which a restore or clean-up may lose. */
export const instancetypeRevisionMissing = defineRule({
  id: 'instancetype-revision-missing',
  title: say('The pinned copy of the instance type or preference does not exist'),
  stage: 'vm',
  needs: ['vm', 'vmi', 'revisions'],
  explains: ['instancetype-not-found', 'preference-not-found'],
  run: ({ vm, vmi, revisions }) => {
    if (vmi !== undefined || !isStarting(vm, vmi)) return [];
    const failure = conditionOf(vm, 'Failure');
    return revisions
      .filter(({ object }) => object === undefined)
      .map(({ ref, path }) => {
        const isSaid = failure?.status === 'True' && failure.message.includes(`"${ref.name}"`);
        const field = String(path[1]).replace(/Ref$/, '');
        return {
          severity: 'critical' as const,
          confidence: 'certain' as const,
          blocking: isSaid,
          explanation: say(
            'The virtual machine is pinned to ControllerRevision {{name}}, a copy of its {{field}}, and that is gone. So its size cannot be told.',
            { name: ref.name, field },
          ),
          evidence: [
            absence(ref),
            proof(vm, ...path),
            ...(isSaid ? [conditionProof(vm, failure)] : []),
          ],
          fixes: [path[0] === 'spec' ? unpinFix(vm, field) : chooseAgainFix(vm, field)],
        };
      });
  },
});
