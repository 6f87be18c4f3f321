import { conditionOf, listAt, nameOf, textAt, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import { cut, present } from '../../../redaction';
import { conditionProof, proof, proofIf, saidIf } from '../../evidence';
import type { Facts } from '../../facts';
import { inNamespace, removeVolumeFix, shellWord } from '../../fixes';
import { ageOf, isRunning, phaseOf } from '../../intent';
import { innerText, isSyncError } from '../../launcher-errors';
import { PLUG_PATIENCE } from '../../progress';
import { defineRule, type Finding, type FixDraft } from '../../rule';
import {
  eventsAbout,
  firstMatch,
  saidByConditions,
  saidByEvents,
  type Statement,
} from '../../statements';

const WHY = /^(?:FailedMount|FailedMapVolume|FailedAttachVolume|FailedScheduling)$/;

/** virt-handler could not bring a disk from its helper pod into the launcher pod. */
const NOT_MOUNTED = /failed to mount (?:block|filesystem) hotplug volume ([^\s:]+): ([^]{1,300})/;

type Volume = { readonly name: string; readonly index: number; readonly phase: string };

/** The disks that a helper pod brings, one or several, as far as they are not ready. */
const volumesOf = (vmi: KubeObject, pod: KubeObject): Volume[] =>
  listAt(vmi, 'status', 'volumeStatus').flatMap((status, index) => {
    const [name, phase] = [textAt(status, 'name'), textAt(status, 'phase') ?? ''];
    const isBrought = textAt(status, 'hotplugVolume', 'attachPodName') === nameOf(pod);
    return name === undefined || !isBrought || phase === 'Ready' ? [] : [{ name, index, phase }];
  });

const waysOut = (vm: KubeObject, pod: KubeObject, volume: string): FixDraft[] => [
  {
    id: 'look-at-attachment-pod',
    description: say(
      'See what keeps the pod from running; the disk must be reachable from that node.',
    ),
    command: `oc describe pod ${shellWord(nameOf(pod))} ${inNamespace(vm)}`,
    risk: 'safe',
  },
  removeVolumeFix(vm, volume),
];

type RunningFacts = Pick<Facts, 'vm' | 'events'> & { readonly vmi: KubeObject };

/** Why a disk whose helper pod runs does not become ready, and who said so. */
const whyNotReady = (
  { vmi, events }: RunningFacts,
  { name, phase }: Volume,
): { reason: string; statement: Statement } | undefined => {
  const told = [...saidByConditions(vmi), ...saidByEvents(eventsAbout(events, vmi))];
  const mount = told
    .flatMap((statement) => firstMatch([statement], NOT_MOUNTED) ?? [])
    .find(({ match }) => match[1] === name);
  if (mount !== undefined) return { reason: mount.match[2] ?? '', statement: mount.statement };
  // It is in the launcher pod, and what fails since is to tell the guest of it.
  const statement = phase === 'MountedToPod' ? told.find(isSyncError) : undefined;
  return statement && { reason: cut(present(innerText(statement.text)), 300), statement };
};

/** The helper pod runs, and the disk does not become ready. */
const notReady = (facts: RunningFacts, pod: KubeObject, volume: Volume): Finding[] => {
  const { vm, vmi } = facts;
  const { name, index } = volume;
  const why = whyNotReady(facts, volume);
  if (why === undefined) return [];
  return [
    {
      severity: 'warning',
      confidence: why.statement.source === 'condition' ? 'certain' : 'likely',
      blocking: true,
      explanation: say(
        'Disk {{volume}} was plugged in and is on node {{node}}, but virt-handler cannot bring it into the virtual machine: {{reason}}',
        { volume: name, node: textAt(vmi, 'status', 'nodeName') ?? '', reason: why.reason },
      ),
      evidence: [why.statement.evidence, ...proofIf(vmi, 'status', 'volumeStatus', index, 'phase')],
      fixes: waysOut(vm, pod, name),
    },
  ];
};

/** The pod that brings a disk to the VM's node does not come up; it must run on that very node. */
export const hotplugAttachStuck = defineRule({
  id: 'hotplug-attach-stuck',
  title: say('A disk that was plugged in does not reach the node of the virtual machine'),
  stage: 'volumes',
  needs: ['vm', 'vmi', 'hotplugPods'],
  uses: ['events'],
  run: ({ vm, vmi, hotplugPods, events }, { now }) => {
    if (vmi === undefined || !isRunning(vmi)) return [];
    return hotplugPods.flatMap((pod) => {
      const volumes = volumesOf(vmi, pod);
      const [volume] = volumes;
      if (volume === undefined || ageOf(pod, now) < PLUG_PATIENCE) return [];
      if (phaseOf(pod) === 'Running')
        return volumes.flatMap((one) => notReady({ vm, vmi, events }, pod, one));
      if (phaseOf(pod) !== 'Pending') return [];
      const said: Statement | undefined = saidByEvents(eventsAbout(events, pod)).find(
        ({ reason }) => WHY.test(reason),
      );
      const scheduled = conditionOf(pod, 'PodScheduled');
      return [
        {
          severity: 'warning' as const,
          confidence: said === undefined ? ('likely' as const) : ('certain' as const),
          blocking: true,
          explanation: say(
            'Disk {{volume}} was plugged in, but pod {{pod}}, which brings it to node {{node}}, does not come up. The other disks keep working.',
            {
              volume: volume.name,
              pod: nameOf(pod),
              node: textAt(vmi, 'status', 'nodeName') ?? '',
            },
          ),
          evidence: [
            ...saidIf(said),
            ...(scheduled?.status === 'False' ? [conditionProof(pod, scheduled)] : []),
            proof(vmi, 'status', 'volumeStatus', volume.index, 'hotplugVolume', 'attachPodName'),
          ],
          fixes: waysOut(vm, pod, volume.name),
        },
      ];
    });
  },
});
