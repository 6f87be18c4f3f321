import { listAt, recordAt, textAt, type KubeObject, type Path } from '../../../kubernetes';
import { say } from '../../../messages';
import { proof, proofIf } from '../../evidence';
import { isStarting } from '../../intent';
import { defineRule } from '../../rule';
import { firstMatch, saidByConditions } from '../../statements';

const NOT_REGISTERED = /unable to find the network binding plugin '([^']{1,253})'/;
const INTERFACES: Path = ['spec', 'template', 'spec', 'domain', 'devices', 'interfaces'];
const REGISTERED: Path = ['spec', 'configuration', 'network', 'binding'];

/** The plugins that interfaces of the VM name, and where. */
const bindingsOf = (vm: KubeObject): { name: string; path: Path }[] =>
  listAt(vm, ...INTERFACES).flatMap((entry, index) => {
    const name = textAt(entry, 'binding', 'name');
    return name === undefined ? [] : [{ name, path: [...INTERFACES, index, 'binding', 'name'] }];
  });

/** Silent like a missing network: no pod and no event, only the `Synchronized` condition. */
export const bindingPluginMissing = defineRule({
  id: 'binding-plugin-missing',
  title: say('A network interface uses a binding plugin that KubeVirt does not know'),
  stage: 'pod',
  needs: ['vm', 'vmi', 'pods'],
  uses: ['kubevirts'],
  run: ({ vm, vmi, pods, kubevirts: [kubevirt] }) => {
    if (!isStarting(vm, vmi) || pods.length > 0) return [];
    const said = firstMatch(saidByConditions(vmi, vm), NOT_REGISTERED);
    const registered = recordAt(kubevirt, ...REGISTERED);
    return bindingsOf(vm).flatMap(({ name, path }) => {
      const isSaid = said?.match[1] === name;
      if (Object.hasOwn(registered, name) || !(isSaid || kubevirt !== undefined)) return [];
      return [
        {
          severity: 'critical' as const,
          confidence: isSaid ? ('certain' as const) : ('likely' as const),
          blocking: isSaid,
          explanation: say(
            'Network binding plugin {{name}} is not registered in the KubeVirt resource, so no launcher pod can be made.',
            { name },
          ),
          evidence: [
            proof(vm, ...path),
            ...(isSaid ? [said.statement.evidence] : []),
            ...proofIf(kubevirt, ...REGISTERED),
          ],
          fixes: [
            {
              id: 'register-binding-plugin',
              description: say(
                'An administrator can register the plugin, or the interface uses another binding.',
              ),
              command:
                "oc get kubevirt -A -o jsonpath='{.items[*].spec.configuration.network.binding}'",
              risk: 'manual' as const,
            },
          ],
        },
      ];
    });
  },
});
