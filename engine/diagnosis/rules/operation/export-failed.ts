import { byCodeUnit, conditionsOf, createdOf, MINUTE, nameOf } from '../../../kubernetes';
import { say, type Message } from '../../../messages';
import { proof, proofIf } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { ageOf, phaseOf } from '../../intent';
import { defineRule } from '../../rule';

type Why = (params: { name: string; reason: string }) => Message;

const WHY: Readonly<Record<string, Why>> = {
  InUse: (params) =>
    say(
      'Export {{name}} waits: its disks are in use. It needs the virtual machine to be stopped, or a snapshot as its source.',
      params,
    ),
  PVCNotFound: (params) => say('Export {{name}} waits: a claim of its source is missing.', params),
  PVCPending: (params) => say('Export {{name}} waits: a claim of its source is not bound.', params),
  VolumesNotPopulated: (params) =>
    say('Export {{name}} waits: a disk of its source is not filled yet.', params),
  NotAllPVCsCreated: (params) =>
    say('Export {{name}} waits: not all claims for the copy were made.', params),
  VMNoVolumes: (params) =>
    say('Export {{name}} waits: the virtual machine has no disk that can be exported.', params),
  VMNotFound: (params) => say('Export {{name}} waits: its virtual machine is missing.', params),
  VMSnapshotNotFound: (params) => say('Export {{name}} waits: its snapshot is missing.', params),
  VMSnapshotNoVolumes: (params) =>
    say('Export {{name}} waits: its snapshot holds no disk.', params),
  PodPending: (params) => say('Export {{name}} waits: its exporter pod does not start.', params),
};
/** Normal for a while, and a fault when it stays. */
const SLOW = new Set(['PodPending', 'PVCPending', 'VolumesNotPopulated', 'NotAllPVCsCreated']);

/** An export waits until its source is at rest and its exporter pod is up. */
export const exportFailed = defineRule({
  id: 'export-failed',
  title: say('An export of the virtual machine does not get ready'),
  stage: 'operation',
  needs: ['vm', 'exports'],
  run: ({ vm, exports }, { now }) => {
    const [newest] = [...exports].sort((a, b) =>
      byCodeUnit(createdOf(b) ?? '', createdOf(a) ?? ''),
    );
    if (newest === undefined || phaseOf(newest) === 'Ready') return [];
    const condition = conditionsOf(newest).find(
      ({ status, reason }) => status === 'False' && Object.hasOwn(WHY, reason),
    );
    if (condition === undefined) return [];
    const { reason } = condition;
    const why = WHY[reason];
    if (why === undefined) return [];
    if (SLOW.has(reason) && ageOf(newest, now) < 5 * MINUTE) return [];
    return [
      {
        severity: 'warning',
        confidence: 'certain',
        explanation: why({ name: nameOf(newest), reason }),
        evidence: [
          proof(newest, ...condition.path, 'reason'),
          ...proofIf(newest, 'status', 'phase'),
          ...proofIf(newest, 'spec', 'source'),
          ...(reason === 'InUse' ? proofIf(vm, 'status', 'printableStatus') : []),
        ],
        fixes: [
          reason === 'InUse'
            ? {
                id: 'stop-for-export',
                description: say('Stop the virtual machine for the export.'),
                command: `virtctl stop ${shellWord(nameOf(vm))} ${inNamespace(vm)}`,
                effect: say('The guest goes down.'),
                risk: 'manual',
              }
            : {
                id: 'check-export',
                description: say('Look at the export and its source.'),
                command: `oc describe vmexport ${shellWord(nameOf(newest))} ${inNamespace(vm)}`,
                risk: 'manual',
              },
        ],
      },
    ];
  },
});
