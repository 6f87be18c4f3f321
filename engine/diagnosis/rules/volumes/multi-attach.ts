import { nameOf, textAt } from '../../../kubernetes';
import { say } from '../../../messages';
import { proof } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { activePodOf, isStarting } from '../../intent';
import { defineRule } from '../../rule';
import { eventsAbout, firstMatch, saidByEvents } from '../../statements';

const MULTI_ATTACH = /Multi-Attach error for volume "([^"]+)"(?:[^]*used by pod\(s\) (\S+))?/;

/** A volume for one node only is still attached to another one. */
export const multiAttach = defineRule({
  id: 'multi-attach',
  title: say('A disk is still attached to another node'),
  stage: 'volumes',
  needs: ['vm', 'vmi', 'pods', 'events'],
  uses: ['claims'],
  explains: ['volume-mount-failed'],
  run: ({ vm, vmi, pods, events, claims }) => {
    const pod = activePodOf(vmi, pods);
    if (!isStarting(vm, vmi) || pod === undefined) return [];
    const own = saidByEvents(eventsAbout(events, pod));
    const isAttached = own[0]?.reason === 'SuccessfulAttachVolume';
    const said = firstMatch(own, MULTI_ATTACH);
    if (said === undefined || isAttached) return [];
    const [, volume = '', holder] = said.match;
    const claim = claims.find(
      ({ object }) => textAt(object, 'spec', 'volumeName') === volume,
    )?.object;
    const params = {
      disk: claim === undefined ? volume : nameOf(claim),
      node: textAt(pod, 'spec', 'nodeName') ?? '',
    };
    return [
      {
        severity: 'critical' as const,
        confidence: 'certain' as const,
        blocking: true,
        explanation:
          holder === undefined
            ? say(
                'Disk {{disk}} can be attached to one node at a time and is still attached to another than {{node}}, where the virtual machine should start.',
                params,
              )
            : say(
                'Disk {{disk}} can be attached to one node at a time, and pod {{holder}} still uses it on another node than {{node}}, where the virtual machine should start.',
                { ...params, holder },
              ),
        evidence: [
          said.statement.evidence,
          ...(claim === undefined ? [] : [proof(claim, 'spec', 'accessModes')]),
        ],
        fixes: [
          {
            id: 'find-volume-attachment',
            description: say('See which node holds the volume.'),
            command: `oc get volumeattachment -o wide | grep ${shellWord(volume)}`,
            risk: 'safe' as const,
          },
          {
            id: 'stop-other-consumer',
            description: say(
              'Stop what else uses the disk. Only if its node is dead for certain, fence the node and delete its pod by force.',
            ),
            command: `oc get pods ${inNamespace(vm)} -o wide`,
            risk: 'manual' as const,
          },
        ],
      },
    ];
  },
});
