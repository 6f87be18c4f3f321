import { say } from '../../../messages';
import { absence, proof } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { isStarting } from '../../intent';
import { missingFromTemplate, saidMissing } from '../../missing-references';
import { defineRule } from '../../rule';

/** As with a Secret: the pod waits and goes on by itself when the ConfigMap appears. */
export const configmapMissing = defineRule({
  id: 'configmap-missing',
  title: say('A ConfigMap that the virtual machine uses does not exist'),
  stage: 'volumes',
  needs: ['vm', 'vmi', 'configMaps'],
  uses: ['pods', 'events'],
  explains: ['volume-mount-failed'],
  run: ({ vm, vmi, configMaps, pods, events }) => {
    if (!isStarting(vm, vmi)) return [];
    return missingFromTemplate(vm, configMaps).map(({ ref, path }) => {
      const said = saidMissing('configmap', ref.name, vmi, pods, events);
      const file = path.includes('sysprep') ? 'autounattend.xml' : 'config';
      return {
        severity: 'critical' as const,
        confidence: 'certain' as const,
        blocking: said !== undefined,
        explanation: say(
          'ConfigMap {{name}} does not exist in project {{namespace}}, so the volumes of the launcher pod cannot be mounted.',
          { name: ref.name, namespace: ref.namespace ?? '' },
        ),
        evidence: [
          absence(ref),
          proof(vm, ...path),
          ...(said === undefined ? [] : [said.evidence]),
        ],
        fixes: [
          {
            id: 'create-config-map',
            description: say(
              'Create the ConfigMap, here from file {{file}}; the pod then goes on by itself.',
              { file },
            ),
            command: `oc create configmap ${shellWord(ref.name)} --from-file=${file} ${inNamespace(vm)}`,
            risk: 'manual' as const,
          },
        ],
      };
    });
  },
});
