import type { Path } from '../../../kubernetes';
import { say } from '../../../messages';
import { absence, proof } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { isStarting } from '../../intent';
import { missingFromTemplate, saidMissing } from '../../missing-references';
import { defineRule } from '../../rule';

/** The key that KubeVirt looks for, by the field that names the Secret. */
const keyOf = (path: Path): string => {
  if (path.includes('networkDataSecretRef')) return 'networkdata';
  return path.includes('secretRef') ? 'userdata' : 'value';
};

/** The pod is there and waits; it goes on by itself when the Secret appears. */
export const secretMissing = defineRule({
  id: 'secret-missing',
  title: say('A Secret that the virtual machine uses does not exist'),
  stage: 'volumes',
  needs: ['vm', 'vmi', 'secrets'],
  uses: ['pods', 'events'],
  explains: ['volume-mount-failed'],
  run: ({ vm, vmi, secrets, pods, events }) => {
    if (!isStarting(vm, vmi)) return [];
    return missingFromTemplate(vm, secrets).map(({ ref, path }) => {
      const said = saidMissing('secret', ref.name, vmi, pods, events);
      return {
        severity: 'critical' as const,
        confidence: 'certain' as const,
        blocking: said !== undefined,
        explanation: say(
          'Secret {{name}} does not exist in project {{namespace}}, so the volumes of the launcher pod cannot be mounted.',
          { name: ref.name, namespace: ref.namespace ?? '' },
        ),
        evidence: [
          absence(ref),
          proof(vm, ...path),
          ...(said === undefined ? [] : [said.evidence]),
        ],
        fixes: [
          {
            id: 'create-secret',
            description: say(
              'Create the Secret, here with key {{key}} from a file of that name; the pod then goes on by itself.',
              { key: keyOf(path) },
            ),
            command: `oc create secret generic ${shellWord(ref.name)} --from-file=${keyOf(path)} ${inNamespace(vm)}`,
            risk: 'manual' as const,
          },
        ],
      };
    });
  },
});
