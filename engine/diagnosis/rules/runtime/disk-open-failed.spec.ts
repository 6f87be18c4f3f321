import type { Facts } from '../../facts';
import { condition, event, run, vmi } from '../../testing/factories';
import { dataClaims, dataMachine } from '../../testing/storage-pause';
import { diskOpenFailed } from './disk-open-failed';

describe('disk-open-failed', () => {
  const FILE = '/var/run/kubevirt-private/vmi-disks/data/disk.img';
  const old = (text: string) =>
    `server error. command SyncVMI failed: "LibvirtError(Code=1, Domain=10, Message='internal error: ${text}')"`;
  const failing = (text: string, events: Facts['events'] = []) =>
    run(diskOpenFailed, {
      vm: dataMachine,
      events,
      claims: dataClaims,
      vmi: vmi('Scheduled', {
        conditions: [
          condition('Synchronized', 'False', 'Synchronizing with the Domain failed.', text),
        ],
      }),
    });

  it.each([
    [old(`Could not open '${FILE}': Permission denied`), /may not read/],
    [old(`Could not open '${FILE}': No such file or directory`), /no disk image/],
    [`command SyncVMI failed with Unknown: rpc error: ${FILE}: Failed to get "write" lock`, /lock/],
    [old(`${FILE}: Image size is not a multiple of request alignment`), /block size/],
    ['neither found block device nor regular file for volume data', /no disk image/],
    [
      `Unable to use 'none' cache mode, file system where ${FILE} is stored does not support direct I/O`,
      /direct I\/O/,
    ],
  ])('%s', (text, why) => {
    const [finding] = failing(text);
    expect(finding?.explanation.id).toMatch(why);
    expect(finding?.explanation.params.volume).toBe('data');
  });

  it('believes the newest event before a condition that may be stale', () => {
    const events = [event(vmi(), 'SyncFailed', `Could not open '${FILE}': Permission denied`, 1)];
    expect(failing('cannot reach agent socket', events)).toHaveLength(1);
    expect(failing('unsupported configuration')).toEqual([]);
  });

  it('is silent about an instance that runs', () => {
    const conditions = [condition('Synchronized', 'False', 'x', `Could not open '${FILE}'`)];
    expect(run(diskOpenFailed, { vm: dataMachine, vmi: vmi('Running', { conditions }) })).toEqual(
      [],
    );
  });
});
