import { say } from '../../../messages';
import { inNamespace, shellWord } from '../../fixes';
import { missingMounts } from '../../missing-references';
import { defineRule } from '../../rule';

/** As with a Secret: the pod waits and goes on by itself when the ConfigMap appears. */
export const configmapMissing = defineRule({
  id: 'configmap-missing',
  title: say('A ConfigMap that the virtual machine uses does not exist'),
  stage: 'volumes',
  needs: ['vm', 'vmi', 'configMaps'],
  uses: ['pods', 'migrations', 'events'],
  run: ({ configMaps, ...facts }, { now }) =>
    missingMounts(facts, now, configMaps, {
      kind: 'configmap',
      withoutKey: (params) =>
        say(
          'ConfigMap {{name}} has no key {{key}}, so the volumes of the launcher pod cannot be mounted.',
          params,
        ),
      explanation: (params) =>
        say(
          'ConfigMap {{name}} does not exist in project {{namespace}}, so the volumes of the launcher pod cannot be mounted.',
          params,
        ),
      fix: (name, path) => {
        const file = path.includes('sysprep') ? 'autounattend.xml' : 'config';
        return {
          id: 'create-config-map',
          description: say(
            'Create the ConfigMap, here from file {{file}}; the pod then goes on by itself.',
            { file },
          ),
          command: `oc create configmap ${shellWord(name)} --from-file=${file} ${inNamespace(facts.vm)}`,
          risk: 'manual',
        };
      },
    }),
});
