import { nameOf, namespaceOf, recordAt } from '../../../kubernetes';
import { say, type Message } from '../../../messages';
import { diskSeverity } from '../../disks';
import type { Facts } from '../../facts';
import { shellWord } from '../../fixes';
import { isPreparing, isStarting } from '../../intent';
import { helperRefusals } from '../../migrations';
import { exceededIn, quotaProofs } from '../../quotas';
import { defineRule, type Finding, type FixDraft } from '../../rule';
import { firstMatch, saidByConditions, saidByEvents, saidOfPod } from '../../statements';
import { unmadeWorkers, WORKER_AMOUNTS } from '../../worker-pods';

const EXCEEDED =
  /(?:pods|virtualmachineinstances\.kubevirt\.io) "([^"]+)" is forbidden: exceeded quota: ([^,\s]+), requested: (\S+?=[^,\s]+)/;

const explain = (text: string, params: Record<string, string>): Message => {
  if (text.startsWith('virtualmachineinstances')) {
    return say(
      'Quota {{quota}} of the project leaves no room for one more instance: it counts as {{requested}}.',
      params,
    );
  }
  return text.startsWith('pods "virt-launcher-')
    ? say(
        'Quota {{quota}} of the project leaves no room: the launcher pod asks for {{requested}} (guest memory and overhead).',
        params,
      )
    : say(
        'Quota {{quota}} of the project leaves no room for pod {{pod}} of a disk, which asks for {{requested}}.',
        params,
      );
};

const showFix = (namespace: string, name?: string): FixDraft => ({
  id: 'show-quota',
  description: say(
    'Raise the quota, stop other virtual machines of the project, or choose a smaller size.',
  ),
  command: `oc describe resourcequota ${name === undefined ? '' : `${shellWord(name)} `}-n ${shellWord(namespace)}`,
  risk: 'manual',
});

type WorkerFacts = Pick<Facts, (typeof NEEDS)[number] | (typeof USES)[number]>;

/** CDI tells that a quota refused the pod it fills a disk with, and not which one. */
const ofWorkers = (facts: WorkerFacts): Finding[] => {
  const { vm, vmi, quotas, sourceQuotas } = facts;
  const refused = unmadeWorkers(facts).filter(({ isOverQuota }) => isOverQuota);
  return refused.slice(0, 1).flatMap(({ disk, pod, namespace, said }) => {
    const own = [...quotas, ...sourceQuotas].filter((one) => namespaceOf(one) === namespace);
    const [short] = own.flatMap((quota) =>
      exceededIn(quota, WORKER_AMOUNTS).map((resource) => ({ quota, resource })),
    );
    // CDI tries again before long.
    if (short === undefined && own.length > 0) return [];
    return [
      {
        severity: diskSeverity(vm, vmi),
        confidence: short === undefined ? 'likely' : 'certain',
        blocking: true,
        explains: ['dv-failed'],
        explanation: say(
          'A quota of project {{namespace}} leaves no room for pod {{pod}}, which fills disk {{disk}}.',
          { namespace, pod, disk: disk.name },
        ),
        evidence: [said.evidence, ...(short ? quotaProofs(short.quota, short.resource) : [])],
        fixes: [showFix(namespace, short && nameOf(short.quota))],
      },
    ];
  });
};

/** A launcher pod, an instance or the helper of a disk that a quota refuses in so many words. */
const ofPods = ({ vm, vmi, pods, events, quotas, dataVolumes }: WorkerFacts): Finding[] => {
  const isWaiting = isStarting(vm, vmi) && pods.length === 0;
  const statements = isWaiting
    ? [
        ...saidOfPod({ vm, vmi, events }),
        ...saidByEvents(events).filter(({ about }) => about.kind !== vmi?.kind),
        ...saidByConditions(...dataVolumes.map(({ object }) => object)),
      ]
    : (helperRefusals({ vmi, events })?.said ?? []);
  const said = firstMatch(statements, EXCEEDED);
  if (said === undefined) return [];
  const [, pod = '', name = '', requested = ''] = said.match;
  const quota = quotas.find((one) => nameOf(one) === name);
  const [resource = '', amount = ''] = requested.split('=');
  const isLimited = Object.hasOwn(recordAt(quota, 'status', 'hard'), resource);
  // There is room since.
  if (quota && isLimited && exceededIn(quota, { [resource]: amount }).length === 0) return [];
  return [
    {
      severity: isWaiting ? 'critical' : 'warning',
      confidence: quota === undefined ? 'likely' : 'certain',
      blocking: true,
      explanation: explain(said.match[0], { quota: name, requested, pod }),
      evidence: [
        said.statement.evidence,
        ...(quota !== undefined && isLimited ? quotaProofs(quota, resource) : []),
      ],
      fixes: [showFix(namespaceOf(vm) ?? 'default', name)],
    },
  ];
};

const NEEDS = ['vm', 'vmi', 'pods', 'events', 'quotas'] as const;
// The pod that fills a disk counts too; what is said about it hangs on the disk.
const USES = ['dataVolumes', 'claims', 'workClaims', 'importers', 'sourceQuotas'] as const;

/**
 * The launcher pod asks for the guest's memory and some overhead, so a quota of exactly the guest
 * size does not fit. The message may be hours old, so the quota's status is read again.
 */
export const resourceQuotaExceeded = defineRule({
  id: 'resource-quota-exceeded',
  title: say('The quota of the project has no room for the virtual machine'),
  stage: 'pod',
  needs: NEEDS,
  uses: USES,
  run: (facts) => [...ofPods(facts), ...(isPreparing(facts.vm, facts.vmi) ? ofWorkers(facts) : [])],
});
