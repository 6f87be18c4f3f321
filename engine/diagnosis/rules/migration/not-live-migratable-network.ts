import { say } from '../../../messages';
import { conditionProof } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { nameOf } from '../../../kubernetes';
import { migrationBlocker } from '../../migratable';
import { defineRule } from '../../rule';

export const notLiveMigratableNetwork = defineRule({
  id: 'not-live-migratable-network',
  title: say('The virtual machine cannot migrate because of how it joins the pod network'),
  stage: 'migration',
  needs: ['vm', 'vmi'],
  run: ({ vm, vmi }, context) => {
    const condition = migrationBlocker(vmi, context, ['InterfaceNotLiveMigratable']);
    if (vmi === undefined || condition === undefined) return [];
    return [
      {
        severity: 'warning',
        confidence: 'certain',
        explanation: say(
          'Its interface on the pod network is a bridge. The address belongs to the pod, and would change with the node.',
        ),
        evidence: [conditionProof(vmi, condition)],
        fixes: [
          {
            id: 'use-masquerade',
            description: say('Use masquerade for the pod network.'),
            command: `oc edit vm ${shellWord(nameOf(vm))} ${inNamespace(vm)}`,
            effect: say('It takes effect after a restart, and the guest gets another address.'),
            risk: 'confirm',
          },
        ],
      },
    ];
  },
});
