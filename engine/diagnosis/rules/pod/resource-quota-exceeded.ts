import { nameOf, parseQuantity, recordAt, at, type KubeObject } from '../../../kubernetes';
import { say, type Message } from '../../../messages';
import { proof } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { isStarting } from '../../intent';
import { helperRefusals } from '../../migrations';
import { defineRule } from '../../rule';
import { firstMatch, saidByConditions, saidByEvents, saidOfPod } from '../../statements';

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

/** The quota, when it still has less left than the pod asks for. */
const isStillShort = (quota: KubeObject, requested: string): boolean => {
  const [resource = '', amount] = requested.split('=');
  const wanted = parseQuantity(amount);
  const used = parseQuantity(at(quota, 'status', 'used', resource));
  const hard = parseQuantity(at(quota, 'status', 'hard', resource));
  return wanted === undefined || used === undefined || hard === undefined || used + wanted > hard;
};

/**
 * The launcher pod asks for the guest's memory and some overhead, so a quota of exactly the guest
 * size does not fit. The message may be hours old, so the quota's status is read again.
 */
export const resourceQuotaExceeded = defineRule({
  id: 'resource-quota-exceeded',
  title: say('The quota of the project has no room for the virtual machine'),
  stage: 'pod',
  needs: ['vm', 'vmi', 'pods', 'events', 'quotas'],
  // The pod that fills a disk counts too; what is said about it hangs on the disk.
  uses: ['dataVolumes', 'claims', 'workClaims'],
  run: ({ vm, vmi, pods, events, quotas, dataVolumes }) => {
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
    if (quota !== undefined && !isStillShort(quota, requested)) return [];
    const resource = requested.split('=')[0] ?? '';
    const limits = recordAt(quota, 'status', 'hard');
    return [
      {
        severity: isWaiting ? 'critical' : 'warning',
        confidence: quota === undefined ? 'likely' : 'certain',
        blocking: true,
        explanation: explain(said.match[0], { quota: name, requested, pod }),
        evidence: [
          said.statement.evidence,
          ...(quota !== undefined && Object.hasOwn(limits, resource)
            ? [proof(quota, 'status', 'used', resource), proof(quota, 'status', 'hard', resource)]
            : []),
        ],
        fixes: [
          {
            id: 'show-quota',
            description: say(
              'Raise the quota, stop other virtual machines of the project, or choose a smaller size.',
            ),
            command: `oc describe resourcequota ${shellWord(name)} ${inNamespace(vm)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
