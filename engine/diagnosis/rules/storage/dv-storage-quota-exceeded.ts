import { annotationsOf, nameOf, namespaceOf, textAt, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import {
  diskSeverity,
  disksOf,
  isKnownAbsent,
  isUnfilled,
  saidAbout,
  storageRequestOf,
  type Disk,
} from '../../disks';
import { saidIf } from '../../evidence';
import type { Facts } from '../../facts';
import { inNamespace, shellWord } from '../../fixes';
import { SOURCE_PROJECT } from '../../gather/work-claims';
import { isPreparing } from '../../intent';
import {
  exceededIn,
  isStorageResource,
  parseQuotaRefusal,
  quotaProofs,
  type Amounts,
} from '../../quotas';
import { defineRule, type Finding, type FixDraft } from '../../rule';
import { firstMatch, saidByConditions, saidByEvents, type Statement } from '../../statements';

type Shortage = {
  readonly disk: Disk;
  readonly quota: KubeObject;
  readonly resource: string;
  readonly said?: Statement;
};

/** What making the disk's claim would take; CDI may ask for some more. */
const needOf = (disk: Disk): Amounts => {
  const request = storageRequestOf(disk);
  const size = textAt(
    request?.object,
    ...(request?.path ?? []),
    'resources',
    'requests',
    'storage',
  );
  return {
    persistentvolumeclaims: '1',
    ...(size === undefined ? {} : { 'requests.storage': size }),
  };
};

/** A quota that has no room now: the one that is named, else any that the disk does not fit in. */
const shortageOf = (disk: Disk, facts: Pick<Facts, 'vm' | 'events' | 'quotas'>): Shortage[] => {
  const own = saidByEvents(facts.events).filter(({ about }) => about.kind === 'VirtualMachine');
  const statements = [...saidAbout(disk, facts.events), ...saidByConditions(facts.vm), ...own];
  for (const said of statements) {
    const refusal = parseQuotaRefusal(said.text);
    const quota = facts.quotas.find((one) => nameOf(one) === refusal?.quota);
    if (refusal === undefined || quota === undefined) continue;
    const resource = exceededIn(quota, refusal.requested).find(isStorageResource);
    if (resource !== undefined) return [{ disk, quota, resource, said }];
  }
  if (!isKnownAbsent(disk)) return [];
  return facts.quotas.flatMap((quota) =>
    exceededIn(quota, needOf(disk))
      .slice(0, 1)
      .map((resource) => ({ disk, quota, resource })),
  );
};

const raiseFix = (quota: string, namespace: string): FixDraft => ({
  id: 'raise-quota',
  description: say('Raise quota {{quota}} (needs an administrator).', { quota }),
  command: `oc edit resourcequota ${shellWord(quota)} -n ${shellWord(namespace)}`,
  risk: 'manual',
});

const find = ({ vm, vmi }: Pick<Facts, 'vm' | 'vmi'>, shortage: Shortage): Finding => {
  const { disk, quota, resource, said } = shortage;
  return {
    severity: diskSeverity(vm, vmi),
    confidence: said === undefined ? 'likely' : 'certain',
    blocking: said !== undefined,
    explanation: say(
      'Quota {{quota}} of the project has no room left in {{resource}} for disk {{disk}}, so its volume cannot be made.',
      { quota: nameOf(quota), resource, disk: disk.name },
    ),
    evidence: [...quotaProofs(quota, resource), ...saidIf(said)],
    fixes: [
      {
        id: 'free-storage',
        description: say('Delete claims that nobody needs, or ask for a smaller disk.'),
        command: `oc get pvc ${inNamespace(quota)}`,
        risk: 'manual',
      },
      raiseFix(nameOf(quota), namespaceOf(quota) ?? 'default'),
    ],
  };
};

/** CDI was refused the claim half way of a clone, which it makes in the project of the source. */
const OF_SOURCE = /persistentvolumeclaims "tmp-pvc-[^"]+" is forbidden: exceeded quota: /;

/** The quota of another project, which not everybody may read: CDI's own words stand then. */
const foreignShortage = (
  { vm, vmi, sourceQuotas }: Pick<Facts, 'vm' | 'vmi' | 'sourceQuotas'>,
  disk: Disk,
): Finding[] => {
  const said = firstMatch(saidByConditions(disk.dataVolume?.object), OF_SOURCE)?.statement;
  const refusal = parseQuotaRefusal(said?.text ?? '');
  const namespace = annotationsOf(disk.claim?.object)[SOURCE_PROJECT];
  if (said === undefined || refusal === undefined || namespace === undefined) return [];
  const quota = sourceQuotas.find(
    (one) => nameOf(one) === refusal.quota && namespaceOf(one) === namespace,
  );
  const [resource] = quota === undefined ? [] : exceededIn(quota, refusal.requested);
  if (quota !== undefined && resource === undefined) return [];
  return [
    {
      severity: diskSeverity(vm, vmi),
      confidence: quota === undefined ? 'likely' : 'certain',
      blocking: true,
      explanation: say(
        'Disk {{disk}} is cloned by way of a claim in project {{namespace}}, and quota {{quota}} of that project has no room left for it.',
        { disk: disk.name, namespace, quota: refusal.quota },
      ),
      evidence: [said.evidence, ...(resource === undefined ? [] : quotaProofs(quota, resource))],
      fixes: [raiseFix(refusal.quota, namespace)],
    },
  ];
};

/** The quota is read again: a message may be older than the room that was made since. */
export const dvStorageQuotaExceeded = defineRule({
  id: 'dv-storage-quota-exceeded',
  title: say('A storage quota of the project leaves no room for a disk'),
  stage: 'storage',
  needs: ['vm', 'vmi', 'dataVolumes', 'claims', 'quotas'],
  uses: ['workClaims', 'importers', 'events', 'sourceQuotas'],
  explains: ['dv-create-failed'],
  run: (facts) =>
    isPreparing(facts.vm, facts.vmi)
      ? disksOf(facts)
          .filter(isUnfilled)
          .flatMap((disk) => [
            ...shortageOf(disk, facts).map((shortage) => find(facts, shortage)),
            ...foreignShortage(facts, disk),
          ])
      : [],
});
