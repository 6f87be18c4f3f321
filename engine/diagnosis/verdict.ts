import {
  at,
  conditionOf,
  isDeleting,
  listAt,
  nameOf,
  textAt,
  type KubeObject,
} from '../kubernetes';
import { say, type Message } from '../messages';
import type { Facts, GatheredFacts, NeedName } from './facts';
import { isEvacuating, isReady, isRunning, printableStatusOf, wantsToRun } from './intent';
import { failureAskedAbout, stalledMigration } from './migrations';
import type { RuleContext } from './rule';
import type { Found } from './run';
import { hasLostItsPod, mayBeLooping } from './shutdowns';
import type { Topic } from './topics';
import type { Verdict } from './types';

/** What was gathered about a VM that exists. */
type VmFacts = GatheredFacts & { vm: { value?: Facts['vm'] } };

export type Judgement = { verdict: Verdict; summary: Message };

/** The reads that "healthy" rests on. Without one of them the verdict is `unknown`. */
const ESSENTIAL = ['vm', 'vmi', 'pods'] as const;

/** The same when an operation is asked about. */
const ESSENTIAL_FOR: Readonly<Partial<Record<Topic, readonly NeedName[]>>> = {
  migration: ['migrations', 'events'],
  drain: ['migrations', 'events'],
  snapshot: ['snapshots'],
  restore: ['restores'],
  clone: ['clones'],
  export: ['exports'],
};

/** The same while the VM says that it is part of one. */
const ESSENTIAL_WHILE: readonly (readonly [string, NeedName])[] = [
  ['snapshotInProgress', 'snapshots'],
  ['restoreInProgress', 'restores'],
];

/** The VM, or the instance for a disk that is plugged in, says that something does not succeed. */
const isTroubled = (vm: KubeObject | undefined, vmi: KubeObject | undefined): boolean =>
  conditionOf(vm, 'Failure')?.status === 'True' ||
  conditionOf(vmi, 'Synchronized')?.status === 'False' ||
  listAt(vmi, 'status', 'volumeStatus').some(
    (volume) => at(volume, 'hotplugVolume') !== undefined && textAt(volume, 'phase') === 'Pending',
  );

const isMoving = ({ vm, vmi }: VmFacts): boolean =>
  isEvacuating(vmi.value) || printableStatusOf(vm.value ?? {}) === 'Migrating';

/** A failure that is reported is looked into with everything there is. */
const restsOn = (facts: VmFacts, { topics }: RuleContext): readonly NeedName[] =>
  isTroubled(facts.vm.value, facts.vmi.value)
    ? Object.keys(facts).filter((need): need is NeedName => Object.hasOwn(facts, need))
    : [
        ...ESSENTIAL,
        ...[...topics].flatMap((topic) => ESSENTIAL_FOR[topic] ?? []),
        ...(isMoving(facts) ? (['migrations'] as const) : []),
        ...ESSENTIAL_WHILE.flatMap(([field, need]) =>
          textAt(facts.vm.value, 'status', field) === undefined ? [] : [need],
        ),
      ];

const isComplete = (facts: VmFacts, context: RuleContext): boolean =>
  restsOn(facts, context).every((need) => facts[need].missed.length === 0);

const problem = (causes: readonly Found[], name: string): Judgement => {
  const [first, ...others] = causes;
  const title = first === undefined ? '' : first.rule.title.id;
  return {
    verdict: 'problem',
    summary:
      others.length === 0
        ? say('{{name}}: {{title}}.', { name, title })
        : say('{{name}}: {{title}}. Other causes found: {{count}}.', {
            name,
            title,
            count: others.length,
          }),
  };
};

const unknown = (summary: Message): Judgement => ({ verdict: 'unknown', summary });

const working = (vm: KubeObject, facts: VmFacts, context: RuleContext): Judgement => {
  const name = context.request.vmName;
  const hidden = Object.values(facts).some(({ missed }) => missed.length > 0);
  if (!isComplete(facts, context)) {
    return unknown(
      say('{{name}} reports {{status}}, but what this rests on could not be read.', {
        name,
        status: printableStatusOf(vm) ?? 'no status',
      }),
    );
  }
  const failed = failureAskedAbout(facts, context);
  if (failed !== undefined) {
    return unknown(
      say(
        '{{name}} runs and is ready. Its migration {{migration}} failed, and nothing that could be read tells why.',
        { name, migration: nameOf(failed) },
      ),
    );
  }
  const stalled = stalledMigration(facts, context);
  if (stalled !== undefined) {
    return unknown(
      say(
        '{{name}} runs and is ready. Its migration {{migration}} does not get on, and nothing that could be read tells why.',
        { name, migration: nameOf(stalled) },
      ),
    );
  }
  if (mayBeLooping(facts, context.now)) {
    return unknown(
      say(
        '{{name}} runs and is ready, but only lately. Nothing that could be read tells why it was started anew.',
        { name },
      ),
    );
  }
  return {
    verdict: 'healthy',
    summary: hidden
      ? say('{{name}} runs and is ready. Nothing wrong was found in what could be read.', { name })
      : say('{{name}} runs and is ready. Nothing is wrong.', { name }),
  };
};

/** What all findings together say about the VM. */
export const judgeVerdict = (
  facts: VmFacts,
  found: readonly Found[],
  context: RuleContext,
): Judgement => {
  const name = context.request.vmName;
  const vm = facts.vm.value ?? {};
  const vmi = facts.vmi.value;
  const problems = found.filter(({ finding }) => finding.severity !== 'info');
  if (problems.length > 0) return problem(problems, name);
  const state = found.find(({ finding }) => finding.verdict !== undefined);
  if (state?.finding.verdict !== undefined) {
    return { verdict: state.finding.verdict, summary: state.finding.explanation };
  }
  if (isRunning(vmi) && isReady(vm) && !isDeleting(vm)) return working(vm, facts, context);
  const pods = facts.pods.value;
  if (pods !== undefined && hasLostItsPod({ vm, vmi, pods }, context.now)) {
    return unknown(
      say(
        '{{name}} is off and its launcher pod is gone. Nothing that could be read tells whether its guest shut itself down or the pod was taken off its node.',
        { name },
      ),
    );
  }
  if (facts.vmi.missed.length > 0 || wantsToRun(vm, vmi) || vmi !== undefined) {
    return unknown(
      say('{{name}} is {{status}}, and none of the known causes explains it.', {
        name,
        status: printableStatusOf(vm) ?? 'without a status',
      }),
    );
  }
  return {
    verdict: 'stopped',
    summary: say('{{name}} is stopped, and nothing asks it to run.', { name }),
  };
};
