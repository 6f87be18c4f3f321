import { event, run, vm, vmi } from '../../testing/factories';
import { hostdiskNoSpace } from './hostdisk-no-space';

const INNER =
  'unable to create /var/run/kubevirt-private/vmi-disks/data/disk.img, not enough space, demanded size 10737418240 B is bigger than available space 9000000000 B, also after taking 10 % toleration into account';
const instance = vmi('Scheduled');
const saying = (text: string) => ({
  vm: vm(),
  vmi: instance,
  events: [event(instance, 'SyncFailed', text)],
});

describe('hostdisk-no-space', () => {
  it.each([
    `server error. command SyncVMI failed: "${INNER}"`,
    `command SyncVMI failed with Unknown: rpc error: code = Unknown desc = ${INNER}`,
  ])('%s', (text) => {
    expect(run(hostdiskNoSpace, saying(text))).toMatchObject([
      { blocking: true, explanation: { params: { wanted: '10 GiB', available: '8.4 GiB' } } },
    ]);
  });

  it('is silent about other errors', () => {
    expect(run(hostdiskNoSpace, saying("Could not open '/dev/data': Permission denied"))).toEqual(
      [],
    );
  });
});
