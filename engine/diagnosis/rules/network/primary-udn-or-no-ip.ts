import {
  conditionOf,
  listAt,
  MINUTE,
  parseTime,
  textAt,
  type KubeObject,
  type Path,
} from '../../../kubernetes';
import { say } from '../../../messages';
import { proof, proofIf } from '../../evidence';
import { isRunning } from '../../intent';
import { defineRule } from '../../rule';

const BOOT = 3 * MINUTE;
const INTERFACES: Path = ['status', 'interfaces'];

/** Interfaces that are plugged in and for which nobody reports an address. */
const withoutAddress = (vmi: KubeObject): { name: string; path: Path }[] =>
  listAt(vmi, ...INTERFACES).flatMap((one, index) => {
    const name = textAt(one, 'name') ?? textAt(one, 'interfaceName') ?? '';
    const hasAddress =
      (textAt(one, 'ipAddress') ?? '') !== '' || listAt(one, 'ipAddresses').length > 0;
    return hasAddress || name === '' ? [] : [{ name, path: [...INTERFACES, index] }];
  });

const runningSince = (vmi: KubeObject): number | undefined => {
  const running = listAt(vmi, 'status', 'phaseTransitionTimestamps').find(
    (one) => textAt(one, 'phase') === 'Running',
  );
  return parseTime(textAt(running, 'phaseTransitionTimestamp'));
};

/**
 * The address of a bridge or of a primary user-defined network is known only from the guest: its
 * DHCP client gets it and its agent reports it. Worth saying only when somebody asks.
 */
export const primaryUdnOrNoIp = defineRule({
  id: 'primary-udn-or-no-ip',
  title: say('The guest reports no IP address'),
  stage: 'guest',
  needs: ['vmi'],
  run: ({ vmi }, { topics, now }) => {
    if (vmi === undefined || !isRunning(vmi) || !topics.has('network')) return [];
    const [first, ...others] = withoutAddress(vmi);
    if (first === undefined || now - (runningSince(vmi) ?? 0) < BOOT) return [];
    const hasAgent = conditionOf(vmi, 'AgentConnected')?.status === 'True';
    const names = [first, ...others].map(({ name }) => name).join(', ');
    return [
      {
        severity: 'warning',
        confidence: 'likely',
        explanation: hasAgent
          ? say(
              'Interfaces {{names}} have no IP address, though the guest agent answers: the guest got none from DHCP or has none configured.',
              { names },
            )
          : say(
              'No IP address is known of interfaces {{names}}. On such a network only the guest agent can report one, and it does not answer; the guest may have none either.',
              { names },
            ),
        evidence: [
          ...proofIf(vmi, ...first.path, 'infoSource'),
          proof(vmi, ...first.path),
          ...proofIf(vmi, 'status', 'conditions'),
        ],
        fixes: [
          {
            id: 'check-guest-network',
            description: say(
              'Look at the addresses inside the guest (console), at its DHCP client and its guest agent.',
            ),
            command: 'ip address; systemctl status qemu-guest-agent',
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
