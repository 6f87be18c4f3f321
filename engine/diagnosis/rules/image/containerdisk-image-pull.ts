import { listAt, nameOf, textAt, type KubeObject, type Path } from '../../../kubernetes';
import { say, type Message } from '../../../messages';
import { containersOf, isWaitingForImage, saidByContainers, volumeOf } from '../../containers';
import { proof } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { awaitedPod } from '../../migrations';
import { defineRule } from '../../rule';
import { saidByEvents } from '../../statements';

const imagePathOf = (vm: KubeObject, volume: string | undefined): Path => {
  const index = listAt(vm, 'spec', 'template', 'spec', 'volumes').findIndex(
    (one) => textAt(one, 'name') === volume,
  );
  return ['spec', 'template', 'spec', 'volumes', index, 'containerDisk', 'image'];
};

const why = (text: string, params: { disk: string; image: string }): Message => {
  if (text.includes('SignatureValidationFailed')) {
    return say(
      'Image {{image}} of disk {{disk}} cannot be pulled: the node takes signed images only, and its signature is missing or not trusted.',
      params,
    );
  }
  if (/toomanyrequests|rate limit|429/i.test(text)) {
    return say(
      'Image {{image}} of disk {{disk}} cannot be pulled: the registry lets no more pulls through for now.',
      params,
    );
  }
  if (/x509|certificate|tls: /i.test(text)) {
    return say(
      'Image {{image}} of disk {{disk}} cannot be pulled: the certificate of the registry is not trusted.',
      params,
    );
  }
  if (/no match for platform|no image found .* for architecture/i.test(text)) {
    return say(
      'Image {{image}} of disk {{disk}} cannot be pulled: it does not exist for the architecture of the node.',
      params,
    );
  }
  if (/manifest unknown|not found|name unknown|InvalidImageName|invalid reference/i.test(text)) {
    return say(
      'Image {{image}} of disk {{disk}} cannot be pulled: the registry has no image of that name and tag.',
      params,
    );
  }
  if (/unauthorized|denied|authentication|forbidden/i.test(text)) {
    return say(
      'Image {{image}} of disk {{disk}} cannot be pulled: the registry refuses without credentials, or it does not exist.',
      params,
    );
  }
  if (/no such host|i\/o timeout|connection refused|deadline exceeded|unreachable/i.test(text)) {
    return say(
      'Image {{image}} of disk {{disk}} cannot be pulled: the node does not reach the registry.',
      params,
    );
  }
  return say('Image {{image}} of disk {{disk}} cannot be pulled.', params);
};

/** An image of the launcher itself (`compute`, `container-disk-binary`) is another matter. */
export const containerdiskImagePull = defineRule({
  id: 'containerdisk-image-pull',
  title: say('The container image of a disk cannot be pulled'),
  stage: 'image',
  needs: ['vm', 'vmi', 'pods'],
  uses: ['events', 'migrations'],
  run: (facts, { now }) => {
    const { vm, events } = facts;
    const awaited = awaitedPod(facts, now);
    if (awaited === undefined) return [];
    const { pod, severity } = awaited;
    const seen = new Set<string>();
    return containersOf(pod)
      .filter((one) => isWaitingForImage(one) && volumeOf(one.name) !== undefined)
      .flatMap((container) => {
        const disk = volumeOf(container.name) ?? container.name;
        if (seen.has(disk)) return [];
        seen.add(disk);
        const path = imagePathOf(vm, disk);
        const image = textAt(vm, ...path) ?? textAt(container.entry, 'image') ?? '';
        const pulls = saidByEvents(events).filter(
          ({ text, about }) =>
            about.name === nameOf(pod) && text.includes(`Failed to pull image "${image}"`),
        );
        const waiting = saidByContainers([container]);
        const text = [...waiting, ...pulls].map((one) => `${one.reason} ${one.text}`).join('\n');
        return [
          {
            severity,
            confidence: 'certain' as const,
            blocking: true,
            explanation: why(text, { disk, image }),
            evidence: [
              ...[...waiting.slice(0, 1), ...pulls.slice(0, 1)].map(({ evidence }) => evidence),
              ...(textAt(vm, ...path) === undefined ? [] : [proof(vm, ...path)]),
            ],
            fixes: [
              {
                id: 'correct-image',
                description: say(
                  'Correct the image of volume {{disk}}, or name a pull secret for it as imagePullSecret, then restart.',
                  { disk },
                ),
                command: `oc edit vm ${shellWord(nameOf(vm))} ${inNamespace(vm)} && virtctl restart ${shellWord(nameOf(vm))} ${inNamespace(vm)}`,
                // Where only the target of a migration lacks it, the guest runs, and would go down.
                risk: severity === 'critical' ? ('confirm' as const) : ('manual' as const),
              },
            ],
          },
        ];
      });
  },
});
