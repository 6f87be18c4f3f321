import {
  at,
  flagAt,
  isRecord,
  listAt,
  nameOf,
  type KubeObject,
  type Path,
} from '../../../kubernetes';
import { say, type Message } from '../../../messages';
import { conditionProof, proof } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { blockedBy, confidenceOf, wantedMigration } from '../../migratable';
import { defineRule } from '../../rule';

const OTHERS = new Set([
  'DisksNotLiveMigratable',
  'NoTSCFrequencyNotLiveMigratable',
  'InterfaceNotLiveMigratable',
  'CPUModeLiveMigratable',
  'CPUModeNotLiveMigratable',
]);
/** Every reason but those that have a rule of their own; KubeVirt adds more with each device. */
const isDeviceReason = (reason: string): boolean =>
  reason.endsWith('LiveMigratable') && !OTHERS.has(reason);

const DOMAIN: Path = ['spec', 'domain'];

/** What ties an instance to its node whatever the cluster is set to, where it stands. */
const tiesOf = (vmi: KubeObject): Path[] => {
  const devices = [...DOMAIN, 'devices'];
  const passthrough = [...DOMAIN, 'features', 'hypervPassthrough', 'enabled'];
  return [
    ...(listAt(vmi, ...devices, 'hostDevices').length > 0 ? [[...devices, 'hostDevices']] : []),
    ...(listAt(vmi, ...devices, 'gpus').length > 1 ? [[...devices, 'gpus']] : []),
    ...(['sev', 'tdx'] as const)
      .map((kind) => [...DOMAIN, 'launchSecurity', kind])
      .filter((path) => isRecord(at(vmi, ...path))),
    ...(flagAt(vmi, ...passthrough) === true ? [passthrough] : []),
  ];
};

const why = (reasons: readonly string[]): Message =>
  reasons.length > 0
    ? say(
        'KubeVirt reports {{reasons}}. A guest with such a device or feature cannot leave its node while it runs.',
        { reasons: reasons.join(', ') },
      )
    : say('It has a device or a feature with which a guest cannot leave its node while it runs.');

export const notLiveMigratableDevice = defineRule({
  id: 'not-live-migratable-device',
  title: say('The virtual machine cannot migrate because a device or feature ties it to its node'),
  stage: 'migration',
  needs: ['vm', 'vmi'],
  explains: ['migration-denied'],
  run: ({ vm, vmi }, context) => {
    const wanted = wantedMigration(vmi, context);
    if (wanted === undefined) return [];
    const { conditions, reasons } = blockedBy(wanted, isDeviceReason);
    const ties = tiesOf(wanted.vmi);
    if (conditions.length + ties.length === 0) return [];
    return [
      {
        severity: 'warning',
        confidence: confidenceOf(wanted),
        explanation: why(reasons),
        evidence: [
          ...conditions.map((condition) => conditionProof(wanted.vmi, condition)),
          ...ties.map((path) => proof(wanted.vmi, ...path)),
        ],
        fixes: [
          {
            id: 'plan-downtime',
            description: say(
              'Remove the device or feature, or plan a shutdown for the time of the maintenance.',
            ),
            command: `oc get vm ${shellWord(nameOf(vm))} ${inNamespace(vm)} -o jsonpath='{.spec.template.spec.domain.devices}'`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
