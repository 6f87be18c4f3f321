import { textAt } from '../../../kubernetes';
import { say } from '../../../messages';
import { proofIf } from '../../evidence';
import { patchFix } from '../../fixes';
import { refusedRequest } from '../../refused';
import { defineRule, type FixDraft } from '../../rule';
import type { Facts } from '../../facts';

const UNSUPPORTED = /unsupported architecture: ?"?([\w-]{1,40})/i;
const PLACE = ['spec', 'template', 'spec', 'architecture'] as const;

/** KubeVirt tells in its status which architecture it takes where a VM names none. */
const nativeFix = ({ vm, kubevirts }: Pick<Facts, 'vm' | 'kubevirts'>): FixDraft[] => {
  const [written, native] = [
    textAt(vm, ...PLACE),
    textAt(kubevirts[0], 'status', 'defaultArchitecture') ?? '',
  ];
  if (written === undefined || native === '' || native === written) return [];
  const patch = (architecture: string) => ({ spec: { template: { spec: { architecture } } } });
  return [
    patchFix(
      vm,
      {
        id: 'use-native-architecture',
        description: say('Use {{architecture}}, which the nodes of this cluster have.', {
          architecture: native,
        }),
        effect: say('The image of the guest must be made for that architecture.'),
      },
      patch(native),
      patch(written),
    ),
  ];
};

/** Condition `SoftwareEmulation` only notes that a foreign architecture is emulated. */
export const unsupportedArchitecture = defineRule({
  id: 'unsupported-architecture',
  title: say('KubeVirt does not support the architecture of the virtual machine'),
  stage: 'vm',
  needs: ['reported'],
  uses: ['vm', 'vmi', 'events', 'kubevirts'],
  explains: ['vmi-create-rejected'],
  run: (facts) => {
    const refused = refusedRequest(facts, UNSUPPORTED);
    if (refused === undefined) return [];
    const { match, evidence, ...judgement } = refused;
    return [
      {
        ...judgement,
        explanation: say(
          'The virtual machine asks for architecture {{architecture}}, which KubeVirt does not run here.',
          { architecture: match[1] ?? '' },
        ),
        evidence: [
          ...evidence,
          ...proofIf(facts.vm, ...PLACE),
          ...proofIf(facts.kubevirts[0], 'status', 'defaultArchitecture'),
        ],
        fixes: [
          ...nativeFix(facts),
          {
            id: 'show-architectures',
            description: say('Set spec.template.spec.architecture to one that the nodes have.'),
            command: 'oc get nodes -L kubernetes.io/arch',
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
