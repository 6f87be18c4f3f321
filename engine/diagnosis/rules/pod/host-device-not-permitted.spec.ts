import { namespaced, pod, run, vm } from '../../testing/factories';
import { itReadsRefusal } from '../../testing/refusals';
import { hostDeviceNotPermitted } from './host-device-not-permitted';

describe('host-device-not-permitted', () => {
  itReadsRefusal(hostDeviceNotPermitted, 'host-device-not-permitted');

  describe('before KubeVirt gets so far', () => {
    const kubevirt = (permittedHostDevices?: object) => [
      namespaced('kubevirt.io/v1', 'KubeVirt', 'kubevirt', {
        spec: { configuration: { permittedHostDevices } },
      }),
    ];
    const list = (resourceName: string) =>
      kubevirt({ pciHostDevices: [{ resourceName, pciVendorSelector: '10DE:1EB8' }] });
    const asking = vm({
      template: { domain: { devices: { gpus: [{ name: 'g', deviceName: 'vendor.com/a' }] } } },
    });

    it('is told of a device that the list of the cluster lacks, as a cause that comes later', () =>
      expect(
        run(hostDeviceNotPermitted, { vm: asking, kubevirts: list('vendor.com/b') }),
      ).toMatchObject([
        {
          confidence: 'likely',
          blocking: false,
          explanation: { params: { device: 'vendor.com/a' } },
        },
      ]));

    it.each([
      ['the list has it', { kubevirts: list('vendor.com/a') }],
      ['there is no list, against which nothing is checked', { kubevirts: kubevirt() }],
      ['the list could not be read', {}],
      ['its pod was made', { kubevirts: list('vendor.com/b'), pods: [pod()] }],
      ['it names no device', { vm: vm(), kubevirts: list('vendor.com/b') }],
    ])('is silent when %s', (_, change) =>
      expect(run(hostDeviceNotPermitted, { vm: asking, ...change })).toEqual([]),
    );
  });
});
