import { condition, event, lookup, namespaced, run, vm, vmi } from '../../testing/factories';
import { storageClass } from '../../testing/disks';
import { diskFullPaused } from './disk-full-paused';
import { diskOpenFailed } from './disk-open-failed';
import { ioErrorPaused } from './io-error-paused';

const machine = vm({
  template: { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data-pvc' } }] },
});
const claim = namespaced('v1', 'PersistentVolumeClaim', 'data-pvc', {
  spec: {
    storageClassName: 'fast',
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage: '10Gi' } },
  },
  status: { capacity: { storage: '10Gi' } },
});
const paused = (reason: string, status = 'True') =>
  vmi('Running', { conditions: [condition('Paused', status, reason, 'VMI was paused')] });
const FULL = 'VM Paused due to not enough space on volume: data';
const BROKEN = 'VM Paused due to IO error at the volume: data';
const io = (message: string, minutes = 2) => event(vmi(), 'IOerror', message, minutes);
const found = (rule: typeof diskFullPaused | typeof ioErrorPaused, given: object) =>
  run(rule, {
    vm: machine,
    claims: [lookup(claim, machine)],
    vmi: paused('PausedIOError'),
    ...given,
  });

describe('a guest paused by its storage', () => {
  it.each([
    ['the last event says full', [io(FULL, 1), io(BROKEN, 9)], 1, 0],
    ['the last event says an error', [io(BROKEN, 1), io(FULL, 9)], 0, 1],
    ['no event says which', [], 0, 1],
    ['the event is of an earlier boot', [io(FULL, 90)], 0, 1],
  ])('%s', (_, events, full, broken) => {
    expect(found(diskFullPaused, { events })).toHaveLength(full);
    expect(found(ioErrorPaused, { events })).toHaveLength(broken);
  });

  it.each([
    ['somebody paused it', { vmi: paused('PausedByUser') }],
    ['it goes on again', { vmi: paused('PausedIOError', 'False') }],
    ['it has ended', { vmi: vmi('Failed') }],
    ['there is no instance', { vmi: undefined }],
  ])('is not one when %s', (_, given) => {
    expect(found(diskFullPaused, { events: [io(FULL)], ...given })).toEqual([]);
    expect(found(ioErrorPaused, { events: [io(BROKEN)], ...given })).toEqual([]);
  });

  it('may let the claim grow where its class allows that', () => {
    const grows = { storageClasses: [storageClass('fast', { allowVolumeExpansion: true })] };
    const [fix] = found(diskFullPaused, { events: [io(FULL)], ...grows })[0]?.fixes ?? [];
    expect(fix).toMatchObject({ risk: 'confirm', description: { params: { size: '15Gi' } } });
    const fixes = found(diskFullPaused, { events: [io(FULL)] })[0]?.fixes;
    expect(fixes?.map(({ id }) => id)).toEqual(['free-storage-backend']);
  });

  it('is less certain when no event says so', () => {
    expect(found(ioErrorPaused, { events: [] })[0]?.confidence).toBe('likely');
    expect(found(ioErrorPaused, { events: [io(BROKEN)] })[0]?.confidence).toBe('certain');
  });
});

describe('disk-open-failed', () => {
  const FILE = '/var/run/kubevirt-private/vmi-disks/data/disk.img';
  const old = (text: string) =>
    `server error. command SyncVMI failed: "LibvirtError(Code=1, Domain=10, Message='internal error: ${text}')"`;
  const failing = (text: string, events: readonly ReturnType<typeof io>[] = []) =>
    run(diskOpenFailed, {
      vm: machine,
      events,
      claims: [lookup(claim, machine)],
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
    expect(run(diskOpenFailed, { vm: machine, vmi: vmi('Running', { conditions }) })).toEqual([]);
  });
});
