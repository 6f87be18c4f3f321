import { textAt } from '../../../kubernetes';
import { say } from '../../../messages';
import { cut, present } from '../../../redaction';
import { containersOf, isWaitingForImage, saidByContainers } from '../../containers';
import { inNamespace } from '../../fixes';
import { awaitedPod } from '../../migrations';
import { defineRule } from '../../rule';

/** Containers with the image of virt-launcher; container disks and hook sidecars have the user's. */
const LAUNCHER = /^(?:compute|guest-console-log|container-disk-binary|virtiofs-.+)$/;

/** `compute` and its helpers run an image of OpenShift Virtualization, which no user chooses. */
export const launcherImagePull = defineRule({
  id: 'launcher-image-pull',
  title: say('The image of the launcher itself cannot be pulled'),
  stage: 'image',
  needs: ['vm', 'vmi', 'pods'],
  uses: ['migrations'],
  run: (facts, { now }) => {
    const { vm } = facts;
    const awaited = awaitedPod(facts, now);
    if (awaited === undefined) return [];
    const { pod, severity } = awaited;
    const waiting = containersOf(pod).find(
      (container) => isWaitingForImage(container) && LAUNCHER.test(container.name),
    );
    if (waiting === undefined) return [];
    const [said] = saidByContainers([waiting]);
    return [
      {
        severity,
        confidence: 'certain' as const,
        blocking: true,
        explanation: say(
          'Node {{node}} cannot pull the image of container {{container}}, which belongs to OpenShift Virtualization and not to a disk: {{reason}}',
          {
            node: textAt(pod, 'spec', 'nodeName') ?? '',
            container: waiting.name,
            reason: cut(present(said?.text ?? said?.reason ?? ''), 300),
          },
        ),
        evidence: said === undefined ? [] : [said.evidence],
        fixes: [
          {
            id: 'check-launcher-image',
            description: say(
              'Have the administrator check that nodes reach the registry, or the mirror, that holds the images of OpenShift Virtualization.',
            ),
            command: `oc get events ${inNamespace(vm)} --field-selector reason=Failed && oc get imagedigestmirrorset,imagetagmirrorset`,
            risk: 'manual' as const,
          },
        ],
      },
    ];
  },
});
