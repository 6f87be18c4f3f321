import { at, listAt, textAt, type KubeObject, type Path } from '../../../kubernetes';
import { say } from '../../../messages';
import { proof, saidIf } from '../../evidence';
import { isStarting } from '../../intent';
import { defineRule } from '../../rule';
import { firstMatch, saidByConditions } from '../../statements';

const NOT_PERMITTED = /(?:GPU|HostDevice) (\S+) is not permitted in permittedHostDevices/;
const DEVICES = ['spec', 'template', 'spec', 'domain', 'devices'] as const;

const PERMITTED = ['spec', 'configuration', 'permittedHostDevices'] as const;

type Device = { readonly name: string; readonly path: Path };

/** The devices that the VM names; a card of a resource claim has no device name. */
const devicesOf = (vm: KubeObject): Device[] =>
  (['gpus', 'hostDevices'] as const).flatMap((list) =>
    listAt(vm, ...DEVICES, list).flatMap((entry, index) => {
      const name = textAt(entry, 'deviceName');
      return name === undefined ? [] : [{ name, path: [...DEVICES, list, index, 'deviceName'] }];
    }),
  );

/** What the list of the cluster permits. KubeVirt checks against a list only where there is one. */
const permittedBy = (kubevirt: KubeObject): string[] =>
  ['pciHostDevices', 'mediatedDevices', 'usb'].flatMap((list) =>
    listAt(kubevirt, ...PERMITTED, list).flatMap((entry) => textAt(entry, 'resourceName') ?? []),
  );

/** Devices that would be refused, before KubeVirt gets so far as to say it. */
const refusedLater = (vm: KubeObject, [kubevirt]: readonly KubeObject[]): Device[] => {
  if (kubevirt === undefined || at(kubevirt, ...PERMITTED) === undefined) return [];
  const permitted = permittedBy(kubevirt);
  return devicesOf(vm).filter(({ name }) => !permitted.includes(name));
};

/**
 * Silent like a missing network: no pod and no event, only the `Synchronized` condition. Where the
 * admission of the instance looks first, the VM's `Failure` condition says the same.
 */
export const hostDeviceNotPermitted = defineRule({
  id: 'host-device-not-permitted',
  title: say('The cluster does not permit the device that the virtual machine asks for'),
  stage: 'pod',
  needs: ['vm', 'vmi', 'pods'],
  uses: ['kubevirts'],
  explains: ['vmi-create-rejected'],
  run: ({ vm, vmi, pods, kubevirts }) => {
    if (!isStarting(vm, vmi) || pods.length > 0) return [];
    const said = firstMatch(saidByConditions(vmi, vm), NOT_PERMITTED);
    const [later] = refusedLater(vm, kubevirts);
    const device = said?.match[1] ?? later?.name;
    if (device === undefined) return [];
    const place = devicesOf(vm).find(({ name }) => name === device)?.path;
    return [
      {
        severity: 'critical',
        confidence: said === undefined || place === undefined ? 'likely' : 'certain',
        blocking: said !== undefined,
        explanation: say(
          'Device {{device}} is not in the list of permitted host devices, so no launcher pod can be made.',
          { device },
        ),
        evidence: [
          ...saidIf(said?.statement),
          ...(place === undefined ? [] : [proof(vm, ...place)]),
        ],
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
