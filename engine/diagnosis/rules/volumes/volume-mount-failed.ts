import { nameOf, textAt } from '../../../kubernetes';
import { say } from '../../../messages';
import { isHeldElsewhere } from '../../attachments';
import { proofIf } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { isAtFirstTries, phaseOf } from '../../intent';
import { awaitedPod } from '../../migrations';
import { missingFromTemplate } from '../../missing-references';
import { defineRule } from '../../rule';
import { eventsAbout, firstMatch, saidByEvents } from '../../statements';

const FAILED =
  /(?:MountVolume|MapVolume)\.\w+ failed for volume "([^"]+)"|AttachVolume\.\w+ failed for volume "([^"]+)"|unmounted volumes=\[([^\]]*)\]/;
/** What has a rule of its own, and what the kubelet says for a moment at every start. */
const OTHERS =
  /failed to sync (?:secret|configmap) cache|object "[^"]+"\/"[^"]+" not registered|(?:secret|configmap) "[^"]+" not found|non-existent (?:secret|config) key/;

/** Steps of the kubelet that come after the volumes. */
const MOUNTED = /^(?:AddedInterface|Pulling|Pulled|Created|Started)$/;

/** Missing Secrets and ConfigMaps, and volumes held by another node, have rules of their own. */
export const volumeMountFailed = defineRule({
  id: 'volume-mount-failed',
  title: say('The node cannot mount a disk'),
  stage: 'volumes',
  needs: ['vm', 'vmi', 'pods', 'events'],
  uses: ['claims', 'secrets', 'configMaps', 'migrations'],
  run: (facts, { now }) => {
    const { vm, events, claims, secrets, configMaps } = facts;
    const awaited = awaitedPod(facts, now);
    if (awaited === undefined || phaseOf(awaited.pod) !== 'Pending') return [];
    const { pod, severity } = awaited;
    if (isAtFirstTries(pod, now)) return [];
    const all = saidByEvents(eventsAbout(events, pod));
    const mounted = all.findIndex(({ reason }) => MOUNTED.test(reason));
    const own = (mounted < 0 ? all : all.slice(0, mounted)).filter(
      ({ reason, text }) =>
        ['FailedMount', 'FailedMapVolume', 'FailedAttachVolume'].includes(reason) &&
        !OTHERS.test(text) &&
        !(severity === 'critical' && isHeldElsewhere(text)),
    );
    // The kubelet's summary says which volume waits; only the other events say why. Beside a Secret
    // or ConfigMap that is missing it tells nothing about a disk.
    const telling = own.filter(({ text }) => !text.includes('unmounted volumes='));
    const lacks = missingFromTemplate(vm, [...secrets, ...configMaps]).length > 0;
    if (telling.length === 0 && (lacks || all.some(({ text }) => OTHERS.test(text)))) return [];
    const said = firstMatch(telling, FAILED) ?? firstMatch(own, FAILED);
    if (said === undefined) return [];
    const named = said.match.slice(1).find(Boolean) ?? '';
    const claim = claims.find(
      ({ object }) => textAt(object, 'spec', 'volumeName') === named,
    )?.object;
    const volume = claim === undefined ? named : nameOf(claim);
    const node = textAt(pod, 'spec', 'nodeName') ?? '';
    return [
      {
        severity,
        confidence: telling.length > 0 ? 'certain' : 'likely',
        blocking: true,
        explanation: say(
          'Node {{node}} cannot mount volume {{volume}} for the launcher pod. The evidence says what its storage driver answered.',
          { node, volume },
        ),
        evidence: [said.statement.evidence, ...proofIf(pod, 'spec', 'nodeName')],
        fixes: [
          {
            id: 'look-at-launcher',
            description: say(
              'Look at the events of the pod, then at the storage driver on node {{node}}.',
              {
                node,
              },
            ),
            command: `oc describe pod ${shellWord(nameOf(pod))} ${inNamespace(vm)}`,
            risk: 'safe',
          },
        ],
      },
    ];
  },
});
