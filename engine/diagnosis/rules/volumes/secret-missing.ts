import type { Path } from '../../../kubernetes';
import { say } from '../../../messages';
import { inNamespace, shellWord } from '../../fixes';
import { missingMounts } from '../../missing-references';
import { defineRule } from '../../rule';

/** The key that KubeVirt looks for, by the field that names the Secret. */
const keyOf = (path: Path): string => {
  if (path.includes('networkDataSecretRef')) return 'networkdata';
  if (path.includes('sysprep')) return 'autounattend.xml';
  return path.includes('secretRef') ? 'userdata' : 'value';
};

/** The pod is there and waits; it goes on by itself when the Secret appears. */
export const secretMissing = defineRule({
  id: 'secret-missing',
  title: say('A Secret that the virtual machine uses does not exist'),
  stage: 'volumes',
  needs: ['vm', 'vmi', 'secrets'],
  uses: ['pods', 'migrations', 'events'],
  run: ({ secrets, ...facts }, { now }) =>
    missingMounts(facts, now, secrets, {
      kind: 'secret',
      withoutKey: (params) =>
        say(
          'Secret {{name}} has no key {{key}}, so the volumes of the launcher pod cannot be mounted.',
          params,
        ),
      explanation: (params) =>
        say(
          'Secret {{name}} does not exist in project {{namespace}}, so the volumes of the launcher pod cannot be mounted.',
          params,
        ),
      fix: (name, path) => ({
        id: 'create-secret',
        description: say(
          'Create the Secret, here with key {{key}} from a file of that name; the pod then goes on by itself.',
          { key: keyOf(path) },
        ),
        command: `oc create secret generic ${shellWord(name)} --from-file=${keyOf(path)} ${inNamespace(facts.vm)}`,
        risk: 'manual',
      }),
    }),
});
