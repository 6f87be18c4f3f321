import type { Facts } from '../facts';
import type { Rule } from '../rule';
import { condition, event, lookup, namespaced, run, vm, vmi } from './factories';

/** A VM with the disk `data`. */
export const dataMachine = vm({
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

export const dataClaims = [lookup(claim, dataMachine)];

const paused = (reason: string, status = 'True') =>
  vmi('Running', { conditions: [condition('Paused', status, reason, 'VMI was paused')] });

const io = (message: string) => (minutes: number) => event(vmi(), 'IOerror', message, minutes);
/** What virt-handler says of a disk without space, this many minutes ago. */
export const full = io('VM Paused due to not enough space on volume: data');
/** The same of a disk whose writes fail. */
export const broken = io('VM Paused due to IO error at the volume: data');

/** What a rule finds of a guest that its storage paused. */
export const foundPaused = (rule: Rule, given: Partial<Facts>) =>
  run(rule, { vm: dataMachine, claims: dataClaims, vmi: paused('PausedIOError'), ...given });

/** However it is told, it is no such pause. */
export const itIsOverLater = (rule: Rule, events: Facts['events']): void => {
  it.each([
    ['somebody paused it', { vmi: paused('PausedByUser') }],
    ['it goes on again', { vmi: paused('PausedIOError', 'False') }],
    ['it has ended', { vmi: vmi('Failed') }],
    ['there is no instance', { vmi: undefined }],
  ])('is silent when %s', (_, given) => {
    expect(foundPaused(rule, { events, ...given })).toEqual([]);
  });
};
