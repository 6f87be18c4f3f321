import { conditionOf, formatAge, MINUTE, type KubeObject } from '../../../kubernetes';
import { say, type Message } from '../../../messages';
import { proof, proofIf } from '../../evidence';
import type { Facts } from '../../facts';
import {
  isEvacuating,
  isReady,
  isRunning,
  phaseOf,
  printableStatusOf,
  wantsToRun,
} from '../../intent';
import { leavingOf } from '../../leaving';
import { awaitedPod } from '../../migrations';
import {
  fillProgress,
  joinProgress,
  migrationProgress,
  moveProgress,
  phaseProgress,
  plugProgress,
  scaleUpProgress,
  startProgress,
  type Progress,
} from '../../progress';
import { defineRule, type RuleContext } from '../../rule';
import { joiningNodes, PLACEMENT_USES, unscheduled } from '../../scheduling';

/** States on the way up, and how long each may take without a step before it is worth a question. */
const ON_THE_WAY_UP: Readonly<Record<string, number>> = {
  '': 2 * MINUTE,
  Starting: 5 * MINUTE,
  Provisioning: 5 * MINUTE,
  WaitingForVolumeBinding: 5 * MINUTE,
};
const BOOT = 3 * MINUTE;
/** How long storage may take to make a volume before it is worth a question. */
const NEW_VOLUME = 3 * MINUTE;

const leaving = (vm: KubeObject, vmi: KubeObject | undefined, now: number): Progress => {
  const left = leavingOf(vm, vmi, now);
  return left === undefined
    ? { age: 0, usual: MINUTE, evidence: [] }
    : { ...left, evidence: [proof(left.object, 'metadata', 'deletionTimestamp')] };
};

const USES = [
  ...(['pods', 'dataVolumes', 'claims', 'migrations', 'hotplugPods', 'events'] as const),
  ...PLACEMENT_USES,
] as const;

type InProgressFacts = Pick<Facts, 'vm' | 'vmi' | (typeof USES)[number]>;

const isFilling = ({ dataVolumes }: InProgressFacts): boolean =>
  dataVolumes.some(({ object }) => phaseOf(object)?.endsWith('InProgress') === true);

/** The scheduler waits for a claim, and its volume may be on its way. */
const waitsForClaim = ({ claims }: InProgressFacts): boolean =>
  claims.some(({ object }) => phaseOf(object) === 'Pending');

/** The guest is up, so what is still at work is something beside it. */
const isUp = ({ vm, vmi }: InProgressFacts): boolean =>
  printableStatusOf(vm) === 'Running' && isRunning(vmi) && isReady(vm);

type Work = {
  readonly progress: Progress;
  readonly explanation: Message;
  readonly explains?: readonly string[];
};
type Wording = (params: { age: string }) => Message;

/** A move that somebody waits for, whose target is not late: it may have to wait its turn. */
const isMoving = (facts: InProgressFacts, { topics, now }: RuleContext): boolean =>
  (isEvacuating(facts.vmi) || topics.has('migration') || topics.has('drain')) &&
  awaitedPod(facts, now) === undefined;

const besideOf = (facts: InProgressFacts, context: RuleContext): Work | undefined => {
  const { now } = context;
  const ways: readonly (readonly [Progress | undefined, Wording])[] = [
    [
      fillProgress(facts, now),
      (params) =>
        say(
          'It runs, and a disk for it is still being filled, since {{age}}. Look again in a few minutes.',
          params,
        ),
    ],
    [
      plugProgress(facts, now),
      (params) =>
        say(
          'It runs, and a disk is being plugged in, since {{age}}. Look again in a few minutes.',
          params,
        ),
    ],
    [
      isMoving(facts, context) ? moveProgress(facts, now) : undefined,
      (params) =>
        say(
          'It runs, and its move to another node was asked for {{age}} ago and is not over. Look again in a few minutes.',
          params,
        ),
    ],
  ];
  return ways.flatMap(([progress, wording]) =>
    progress === undefined || progress.age > progress.usual
      ? []
      : [{ progress, explanation: wording({ age: formatAge(progress.age) }) }],
  )[0];
};

/** The node that a pod waits for may be on its way: not ready yet, or asked for. */
const joiningOf = (facts: InProgressFacts, now: number): Progress | undefined => {
  const refused = unscheduled(facts);
  return (
    refused &&
    (joinProgress(joiningNodes(refused), now) ?? scaleUpProgress(facts, refused.pod, now))
  );
};

const progressOf = (facts: InProgressFacts, now: number): Progress | undefined => {
  const { vm, vmi } = facts;
  const status = printableStatusOf(vm) ?? '';
  if (status === 'Stopping' || status === 'Terminating') return leaving(vm, vmi, now);
  if (status === 'Migrating') return migrationProgress(facts, now);
  if (status === 'Running') {
    // The guest runs, and its readiness is not reported yet.
    return isRunning(vmi) ? phaseProgress(vmi, 'Running', BOOT, now) : undefined;
  }
  if (status === 'ErrorUnschedulable' && waitsForClaim(facts)) {
    return startProgress(facts, NEW_VOLUME, now);
  }
  const usual = Object.hasOwn(ON_THE_WAY_UP, status) ? ON_THE_WAY_UP[status] : undefined;
  if (usual === undefined || (status !== '' && !wantsToRun(vm, vmi))) return undefined;
  return status === 'Provisioning' && isFilling(facts)
    ? fillProgress(facts, now)
    : startProgress(facts, usual, now);
};

const workOf = (facts: InProgressFacts, context: RuleContext): Work | undefined => {
  if (isUp(facts)) return besideOf(facts, context);
  const joining = joiningOf(facts, context.now);
  const isJoining = joining !== undefined && joining.age <= joining.usual;
  const progress = isJoining ? joining : progressOf(facts, context.now);
  if (progress === undefined || progress.age > progress.usual) return undefined;
  return {
    progress,
    // Why the other nodes do not take the pod is no trouble then.
    explains: isJoining ? ['scheduling'] : [],
    explanation: say(
      'It is {{status}}, and got on {{age}} ago, which is not long. Look again in a few minutes.',
      { status: printableStatusOf(facts.vm) ?? 'new', age: formatAge(progress.age) },
    ),
  };
};

/** Not failed: still working. What got on lately decides, and any real cause outweighs it. */
export const inProgress = defineRule({
  id: 'in-progress',
  title: say('The virtual machine is still working on what it was asked to do'),
  stage: 'operation',
  wrapper: true,
  needs: ['vm', 'vmi'],
  uses: USES,
  run: (facts, context) => {
    const { vm } = facts;
    const work = workOf(facts, context);
    if (work === undefined) return [];
    // A change is refused while a migration runs, and made by itself after it.
    const hasFailed = conditionOf(vm, 'Failure')?.status === 'True';
    if (hasFailed && printableStatusOf(vm) !== 'Migrating') return [];
    return [
      {
        severity: 'info',
        confidence: 'likely',
        verdict: 'in_progress',
        explanation: work.explanation,
        explains: work.explains ?? [],
        evidence: [...proofIf(vm, 'status', 'printableStatus'), ...work.progress.evidence],
        fixes: [],
      },
    ];
  },
});
