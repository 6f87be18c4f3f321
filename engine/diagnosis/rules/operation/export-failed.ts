import { byCodeUnit, conditionsOf, createdOf, MINUTE, nameOf } from '../../../kubernetes';
import { say, type Message } from '../../../messages';
import { proof, proofIf } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { ageOf, phaseOf } from '../../intent';
import { defineRule } from '../../rule';

const WHY: Readonly<Record<string, Message>> = {
  InUse: say('its disks are in use: stop the virtual machine, or export a snapshot of it'),
  PVCNotFound: say('a claim of its source does not exist'),
  PVCPending: say('a claim of its source is not bound'),
  VolumesNotPopulated: say('a disk of its source is not filled yet'),
  NotAllPVCsCreated: say('the claims for the copy were not all made'),
  VMNoVolumes: say('the virtual machine has no disk that can be exported'),
  VMNotFound: say('the virtual machine it names does not exist'),
  VMSnapshotNotFound: say('the snapshot it names does not exist'),
  VMSnapshotNoVolumes: say('the snapshot it names holds no disk'),
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
      ({ status, reason }) =>
        status === 'False' && (Object.hasOwn(WHY, reason) || SLOW.has(reason)),
    );
    if (condition === undefined) return [];
    const { reason } = condition;
    if (SLOW.has(reason) && ageOf(newest, now) < 5 * MINUTE) return [];
    const why = Object.hasOwn(WHY, reason) ? WHY[reason] : undefined;
    return [
      {
        severity: 'warning',
        confidence: 'certain',
        explanation: say('Export {{name}} waits ({{reason}}): {{why}}.', {
          name: nameOf(newest),
          reason,
          why: why?.id ?? 'its exporter pod does not start',
        }),
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
