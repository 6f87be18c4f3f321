import { listAt, textAt, type KubeObject, type Path } from '../../../kubernetes';
import { say } from '../../../messages';
import { proof } from '../../evidence';
import { isStarting } from '../../intent';
import { defineRule } from '../../rule';
import { firstMatch, saidByConditions } from '../../statements';

const NOT_PERMITTED = /(?:GPU|HostDevice) (\S+) is not permitted in permittedHostDevices/;
const DEVICES = ['spec', 'template', 'spec', 'domain', 'devices'] as const;

const placeOf = (vm: KubeObject, device: string): Path | undefined =>
  (['gpus', 'hostDevices'] as const)
    .flatMap((list) =>
      listAt(vm, ...DEVICES, list).map((entry, index) => ({
        name: textAt(entry, 'deviceName'),
        path: [...DEVICES, list, index, 'deviceName'],
      })),
    )
    .find(({ name }) => name === device)?.path;

/**
 * Silent like a missing network: no pod and no event, only the `Synchronized` condition. Where the
 * admission of the instance looks first, the VM's `Failure` condition says the same.
 */
export const hostDeviceNotPermitted = defineRule({
  id: 'host-device-not-permitted',
  title: say('The cluster does not permit the device that the virtual machine asks for'),
  stage: 'pod',
  needs: ['vm', 'vmi', 'pods'],
  explains: ['vmi-create-rejected'],
  run: ({ vm, vmi, pods }) => {
    if (!isStarting(vm, vmi) || pods.length > 0) return [];
    const said = firstMatch(saidByConditions(vmi, vm), NOT_PERMITTED);
    if (said === undefined) return [];
    const device = said.match[1] ?? '';
    const place = placeOf(vm, device);
    return [
      {
        severity: 'critical',
        confidence: place === undefined ? 'likely' : 'certain',
        blocking: true,
        explanation: say(
          'Device {{device}} is not in the list of permitted host devices, so no launcher pod can be made.',
          { device },
        ),
        evidence: [said.statement.evidence, ...(place === undefined ? [] : [proof(vm, ...place)])],
        fixes: [
          {
            id: 'permit-device',
            description: say(
              'An administrator can add it to permittedHostDevices, or name a device that is there.',
            ),
            command: `oc get hyperconverged -A -o jsonpath='{.items[*].spec.permittedHostDevices}'`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
