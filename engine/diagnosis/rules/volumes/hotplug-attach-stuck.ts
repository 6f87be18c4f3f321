import { conditionOf, listAt, MINUTE, nameOf, textAt, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proof } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { ageOf, isRunning, phaseOf } from '../../intent';
import { defineRule } from '../../rule';
import { eventsAbout, saidByEvents, type Statement } from '../../statements';

const PATIENCE = 3 * MINUTE;
const WHY = /^(?:FailedMount|FailedMapVolume|FailedAttachVolume|FailedScheduling)$/;

const volumeOf = (
  vmi: KubeObject,
  pod: KubeObject,
): { name: string; index: number } | undefined => {
  const index = listAt(vmi, 'status', 'volumeStatus').findIndex(
    (status) => textAt(status, 'hotplugVolume', 'attachPodName') === nameOf(pod),
  );
  const name = textAt(vmi, 'status', 'volumeStatus', index, 'name');
  return name === undefined ? undefined : { name, index };
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
      const volume = volumeOf(vmi, pod);
      if (volume === undefined || phaseOf(pod) !== 'Pending' || ageOf(pod, now) < PATIENCE)
        return [];
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
            ...(said === undefined ? [] : [said.evidence]),
            ...(scheduled?.status === 'False' ? [conditionProof(pod, scheduled)] : []),
            proof(vmi, 'status', 'volumeStatus', volume.index, 'hotplugVolume', 'attachPodName'),
          ],
          fixes: [
            {
              id: 'look-at-attachment-pod',
              description: say(
                'See what keeps the pod from running; the disk must be reachable from that node.',
              ),
              command: `oc describe pod ${shellWord(nameOf(pod))} ${inNamespace(vm)}`,
              risk: 'safe' as const,
            },
            {
              id: 'remove-volume',
              description: say('Take the disk out again.'),
              command: `virtctl removevolume ${shellWord(nameOf(vm))} --volume-name=${shellWord(volume.name)} ${inNamespace(vm)}`,
              risk: 'manual' as const,
            },
          ],
        },
      ];
    });
  },
});
