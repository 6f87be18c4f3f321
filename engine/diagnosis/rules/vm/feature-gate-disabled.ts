import { listAt, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import { proofIf } from '../../evidence';
import { refusedRequest } from '../../refused';
import { defineRule } from '../../rule';

const DISABLED =
  /(?<![\w-])(?<feature>[\w-]{1,60}(?: [\w-]{1,60}){0,2}) feature ?gate (?:is )?not enabled|(?<other>persistent reservation) is not enabled in kubevirt[ -]config|(?<virtiofs>virtiofs) is not allowed|^(?<reason>ContainerPathVolumes)Disabled$/i;

const GATES = ['spec', 'configuration', 'developerConfiguration', 'featureGates'] as const;

const lettersOf = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** "Host Devices" of the message is gate HostDevices; the refusal may be older than the gate. */
const isOnNow = (kubevirts: readonly KubeObject[], feature: string): boolean =>
  kubevirts.some((kubevirt) =>
    listAt(kubevirt, ...GATES).some(
      (gate) => typeof gate === 'string' && lettersOf(gate) === lettersOf(feature),
    ),
  );

/** The VM uses something that KubeVirt only allows behind a switch of the whole cluster. */
export const featureGateDisabled = defineRule({
  id: 'feature-gate-disabled',
  title: say('The virtual machine uses a feature that is switched off in this cluster'),
  stage: 'vm',
  needs: ['reported'],
  uses: ['vm', 'vmi', 'events', 'kubevirts'],
  explains: ['vmi-create-rejected', 'snapshot-failed'],
  run: (facts) => {
    const refused = refusedRequest(facts, DISABLED);
    if (refused === undefined) return [];
    const { match, evidence, ...judgement } = refused;
    const { feature, other, virtiofs, reason } = match.groups ?? {};
    const name = feature ?? other ?? virtiofs ?? reason ?? '';
    if (isOnNow(facts.kubevirts, name)) return [];
    return [
      {
        ...judgement,
        explanation: say(
          'KubeVirt allows {{feature}} only where an administrator switched its feature gate on, and it is off here.',
          { feature: name },
        ),
        evidence: [
          ...evidence,
          ...facts.kubevirts.slice(0, 1).flatMap((kubevirt) => proofIf(kubevirt, ...GATES)),
        ],
        fixes: [
          {
            id: 'enable-feature-gate',
            description: say(
              'An administrator can switch the feature on in the HyperConverged resource, or the virtual machine goes without it.',
            ),
            command:
              "oc get hyperconverged -A -o jsonpath='{.items[*].spec.featureGates}' && oc get kubevirt -A -o jsonpath='{.items[*].spec.configuration.developerConfiguration.featureGates}'",
            effect: say('A feature gate holds for the whole cluster.'),
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
