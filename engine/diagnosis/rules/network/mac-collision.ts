import { say } from '../../../messages';
import { listAt, textAt, type KubeObject } from '../../../kubernetes';
import { proof } from '../../evidence';
import { defineRule } from '../../rule';
import { firstMatch, saidByConditions, saidByEvents, eventsAbout } from '../../statements';

const COLLISION =
  /failed to allocate requested mac address|mac address (\S+) (?:is )?already (?:allocated|in use|exists)|(?:mac )?range is full|no more (?:mac )?addresses/i;
const FROM_POOL = /kubemacpool|\bmac\b/i;
const INTERFACES = ['spec', 'template', 'spec', 'domain', 'devices', 'interfaces'] as const;

const fixedMacs = (vm: KubeObject) =>
  listAt(vm, ...INTERFACES).flatMap((one, index) =>
    textAt(one, 'macAddress') === undefined ? [] : [proof(vm, ...INTERFACES, index, 'macAddress')],
  );

/** kubemacpool refuses a virtual machine whose MAC address is taken, or when its range is used up. */
export const macCollision = defineRule({
  id: 'mac-collision',
  title: say('A MAC address of the virtual machine is taken, or none is left'),
  stage: 'network',
  needs: ['reported'],
  uses: ['vm', 'vmi', 'events'],
  explains: ['vmi-create-rejected'],
  run: ({ reported, vm, vmi, events }) => {
    if (vmi !== undefined && reported.length === 0) return [];
    const own = [...saidByConditions(vm), ...saidByEvents(eventsAbout(events, vm))];
    const said = firstMatch(
      [...own, ...reported].filter(({ text }) => FROM_POOL.test(text)),
      COLLISION,
    );
    if (said === undefined) return [];
    const isFull = /full|no more/i.test(said.match[0]);
    return [
      {
        severity: vmi === undefined ? 'critical' : 'warning',
        confidence: said.statement.source === 'condition' ? 'certain' : 'likely',
        blocking: true,
        explanation: isFull
          ? say(
              'The range of MAC addresses of the cluster is used up, so the virtual machine is refused.',
            )
          : say(
              'The MAC address that the virtual machine asks for belongs to another one, so it is refused.',
            ),
        evidence: [said.statement.evidence, ...fixedMacs(vm)],
        fixes: [
          {
            id: 'free-mac-address',
            description: say(
              'Leave macAddress out so that a free one is chosen, or widen the range of kubemacpool.',
            ),
            command: `oc get vm -A -o custom-columns=NAMESPACE:.metadata.namespace,NAME:.metadata.name,MAC:.spec.template.spec.domain.devices.interfaces[*].macAddress`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
