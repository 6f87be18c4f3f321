import { condition, run, vm, vmi } from '../../testing/factories';
import { containerdiskInvalid } from './containerdisk-invalid';

const machine = vm({
  template: { volumes: [{ name: 'rootdisk', containerDisk: { image: 'quay.example/os:1' } }] },
});

describe('containerdisk-invalid', () => {
  const failed = (text: string) =>
    vmi('Scheduled', {
      conditions: [
        condition('Synchronized', 'False', 'Synchronizing with the Domain failed.', text),
      ],
    });

  it.each([
    [
      'server error. command SyncVMI failed: "containerdisk rootdisk still not ready after one minute"',
      'rootdisk',
    ],
    [
      'command SyncVMI failed with Unknown: rpc error: invalid image in containerDisk rootdisk: no',
      'rootdisk',
    ],
    ['failed to find a sourceFile in containerDisk rootdisk: no such file', 'rootdisk'],
    ['kernelboot container still not ready after one minute', 'kernelboot'],
  ])('%s', (text, disk) => {
    const [finding] = run(containerdiskInvalid, { vm: machine, vmi: failed(text) });
    expect(finding?.explanation.params.disk).toBe(disk);
  });

  it.each([
    ['libvirt complains about something else', failed('unsupported configuration')],
    ['the virtual machine runs', vmi('Running')],
  ])('is silent when %s', (_, instance) => {
    expect(run(containerdiskInvalid, { vm: machine, vmi: instance })).toEqual([]);
  });
});
