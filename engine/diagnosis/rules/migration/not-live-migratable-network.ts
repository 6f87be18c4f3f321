import {
  annotationsOf,
  at,
  listAt,
  nameOf,
  pointer,
  textAt,
  type KubeObject,
} from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proof } from '../../evidence';
import { inNamespace, patchFix, shellWord } from '../../fixes';
import { blockedBy, confidenceOf, wantedMigration } from '../../migratable';
import { defineRule, type FixDraft } from '../../rule';

const ALLOWED = 'kubevirt.io/allow-pod-bridge-network-live-migration';

/** Interfaces that bridge the pod network, unless an annotation lets them migrate. */
const bridgesOnPodNetwork = (vmi: KubeObject): number[] => {
  if (annotationsOf(vmi)[ALLOWED] !== undefined) return [];
  const pod = listAt(vmi, 'spec', 'networks').flatMap((network) =>
    at(network, 'pod') === undefined ? [] : [textAt(network, 'name')],
  );
  return listAt(vmi, 'spec', 'domain', 'devices', 'interfaces').flatMap((one, index) =>
    at(one, 'bridge') !== undefined && pod.includes(textAt(one, 'name')) ? [index] : [],
  );
};

const INTERFACES = ['spec', 'template', 'spec', 'domain', 'devices', 'interfaces'] as const;

/** Masquerade in the place of the bridge, in the VM's own list, which may have another order. */
const masqueradeFix = (vm: KubeObject, vmi: KubeObject, bridges: readonly number[]): FixDraft => {
  const names = bridges.map((index) =>
    textAt(vmi, 'spec', 'domain', 'devices', 'interfaces', index, 'name'),
  );
  const paths = listAt(vm, ...INTERFACES).flatMap((one, index) =>
    names.includes(textAt(one, 'name')) && at(one, 'bridge') !== undefined
      ? [pointer(...INTERFACES, index)]
      : [],
  );
  const swap = (from: string, to: string) =>
    paths.flatMap((path) => [
      { op: 'remove', path: `${path}/${from}` },
      { op: 'add', path: `${path}/${to}`, value: {} },
    ]);
  const words = {
    id: 'use-masquerade',
    description: say('Use masquerade for the pod network.'),
    effect: say('It takes effect after a restart, and the guest gets another address.'),
  };
  return paths.length === 0
    ? {
        ...words,
        command: `oc edit vm ${shellWord(nameOf(vm))} ${inNamespace(vm)}`,
        risk: 'confirm',
      }
    : patchFix(vm, words, swap('bridge', 'masquerade'), swap('masquerade', 'bridge'), 'restart');
};

export const notLiveMigratableNetwork = defineRule({
  id: 'not-live-migratable-network',
  title: say('The virtual machine cannot migrate because of how it joins the pod network'),
  stage: 'migration',
  needs: ['vm', 'vmi'],
  explains: ['migration-denied'],
  run: ({ vm, vmi }, context) => {
    const wanted = wantedMigration(vmi, context);
    if (wanted === undefined) return [];
    const { conditions } = blockedBy(wanted, (reason) => reason === 'InterfaceNotLiveMigratable');
    const bridges = bridgesOnPodNetwork(wanted.vmi);
    if (conditions.length + bridges.length === 0) return [];
    return [
      {
        severity: 'warning',
        confidence: confidenceOf(wanted),
        explanation: say(
          'Its interface on the pod network does not migrate. With a bridge the address belongs to the pod, and would change with the node.',
        ),
        evidence: [
          ...conditions.map((condition) => conditionProof(wanted.vmi, condition)),
          ...bridges.map((index) =>
            proof(wanted.vmi, 'spec', 'domain', 'devices', 'interfaces', index),
          ),
        ],
        fixes: [masqueradeFix(vm, wanted.vmi, bridges)],
      },
    ];
  },
});
