import {
  conditionOf,
  listAt,
  MINUTE,
  nameOf,
  parseTime,
  SECOND,
  textAt,
  type KubeObject,
} from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proof, proofIf, saidIf } from '../../evidence';
import { phaseOf } from '../../intent';
import { isTargetOf } from '../../migrations';
import { defineRule } from '../../rule';
import { firstMatch, saidByEvents } from '../../statements';
import type { Confidence, Evidence } from '../../types';

const UNSCHEDULABLE = /Migration target pod for VMI \[[^\]]+\] is currently unschedulable/;
const UNDER_WAY = ['', 'Pending', 'Scheduling', 'Scheduled', 'PreparingTarget'];

/** virt-controller removes a target pod that no node took after this long. */
const GIVES_UP = 5 * MINUTE;
const MARGIN = 30 * SECOND;

/** Where the times stand that tell how long a failed migration waited for its target. */
const waitedInVain = (migration: KubeObject): Evidence[] => {
  const phases = listAt(migration, 'status', 'phaseTransitionTimestamps').map((one, index) => ({
    phase: textAt(one, 'phase') ?? '',
    time: parseTime(textAt(one, 'phaseTransitionTimestamp')) ?? 0,
    path: ['status', 'phaseTransitionTimestamps', index, 'phaseTransitionTimestamp'] as const,
  }));
  const [scheduling, failed] = ['Scheduling', 'Failed'].map((wanted) =>
    phases.find(({ phase }) => phase === wanted),
  );
  const isBeyond = phases.some(({ phase }) => !['Pending', 'Scheduling', 'Failed'].includes(phase));
  return scheduling && failed && !isBeyond && failed.time - scheduling.time >= GIVES_UP - MARGIN
    ? [proof(migration, ...scheduling.path), proof(migration, ...failed.path)]
    : [];
};

const confidenceOf = (isShown: boolean, isSaid: boolean): Confidence => {
  if (isShown) return 'certain';
  return isSaid ? 'likely' : 'possible';
};

/** No second node takes the VM. The migration gives up after five minutes; the VM runs on. */
export const migrationTargetUnschedulable = defineRule({
  id: 'migration-target-unschedulable',
  title: say('No other node can take the virtual machine'),
  stage: 'migration',
  needs: ['vm', 'vmi', 'pods', 'migrations'],
  uses: ['events'],
  run: ({ pods, migrations, events }, { topics }) => {
    const [newest] = migrations;
    const isOpen = newest !== undefined && UNDER_WAY.includes(phaseOf(newest) ?? '');
    if (newest === undefined || !(isOpen || topics.has('migration') || topics.has('drain')))
      return [];
    if (phaseOf(newest) === 'Succeeded') return [];
    const target = pods.find(
      (pod) => isTargetOf(pod, newest) && conditionOf(pod, 'PodScheduled')?.status === 'False',
    );
    const scheduled = conditionOf(target, 'PodScheduled');
    const said = firstMatch(saidByEvents(events), UNSCHEDULABLE);
    const waited = waitedInVain(newest);
    const isTold = scheduled !== undefined || said !== undefined;
    if (!isTold && waited.length === 0) return [];
    const params = { name: nameOf(newest) };
    return [
      {
        severity: 'warning',
        confidence: confidenceOf(scheduled !== undefined, said !== undefined),
        explanation: isOpen
          ? say(
              'Migration {{name}} waits for a node that takes its target pod. The virtual machine goes on running where it is.',
              params,
            )
          : say(
              'Migration {{name}} found no node that takes its target pod, and gave up. The virtual machine goes on running where it is.',
              params,
            ),
        evidence: [
          ...(target !== undefined && scheduled !== undefined
            ? [conditionProof(target, scheduled)]
            : []),
          ...saidIf(said?.statement),
          ...waited,
          ...proofIf(newest, 'status', 'phase'),
        ],
        fixes: [
          {
            id: 'make-room-for-migration',
            description: say(
              'Free capacity on another node, or relax what ties the virtual machine to nodes.',
            ),
            command: 'oc get nodes -o wide',
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
