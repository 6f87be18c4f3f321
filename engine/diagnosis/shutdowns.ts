import {
  createdOf,
  eventCountOf,
  eventTimeOf,
  HOUR,
  isDeleting,
  listAt,
  MINUTE,
  parseTime,
  textAt,
  type KubeObject,
} from '../kubernetes';
import type { Facts, GatheredFacts } from './facts';
import { ageOf, LOOPS_AGAIN_WITHIN, phaseOf, printableStatusOf, runStrategyOf } from './intent';

type EventFacts = Pick<Facts, 'events' | 'earlierEvents'>;

/** An instance that ended, as its last `Stopped` event tells. */
export type Ending = {
  readonly event: KubeObject;
  readonly time: number;
  readonly count: number;
  readonly how: 'shut-down' | 'crashed';
  /** KubeVirt asked the guest to go down: somebody stopped or restarted the VM. */
  readonly wasAsked: boolean;
};

const about = (event: KubeObject, reason: string): boolean =>
  textAt(event, 'involvedObject', 'kind') === 'VirtualMachineInstance' &&
  textAt(event, 'reason') === reason;

const subjectUid = (event: KubeObject): string => textAt(event, 'involvedObject', 'uid') ?? '';

/** Events of instances of this name, whichever boot they belong to, of the last hour. */
export const recentEvents = (
  { events, earlierEvents }: EventFacts,
  reason: string,
  now: number,
): KubeObject[] =>
  [...events, ...earlierEvents].filter(
    (event) => about(event, reason) && now - (parseTime(eventTimeOf(event)) ?? 0) < HOUR,
  );

/** How instances of this VM ended in the last hour, newest first. */
export const endingsOf = (facts: EventFacts, now: number): Ending[] => {
  const asked = recentEvents(facts, 'ShuttingDown', now).map(subjectUid);
  return recentEvents(facts, 'Stopped', now)
    .map((event): Ending => {
      const isCrash = (textAt(event, 'message') ?? '').includes('crashed');
      return {
        event,
        time: parseTime(eventTimeOf(event)) ?? 0,
        count: eventCountOf(event),
        how: isCrash ? 'crashed' : 'shut-down',
        wasAsked: asked.includes(subjectUid(event)),
      };
    })
    .sort((a, b) => b.time - a.time);
};

/** With these a machine whose instance ended stays off. `Manual` keeps the ended instance. */
const STAYS_OFF = ['RerunOnFailure', 'Once', 'Manual'];

/** Nobody starts the VM again by itself, now that its instance ended. */
export const isLeftOff = (vm: KubeObject, vmi: KubeObject | undefined): boolean => {
  const strategy = runStrategyOf(vm);
  if (!STAYS_OFF.includes(strategy) || isDeleting(vm)) return false;
  if (vmi === undefined) return strategy !== 'Manual' && printableStatusOf(vm) === 'Stopped';
  const ended = ['Succeeded', ...(strategy === 'RerunOnFailure' ? [] : ['Failed'])];
  return ended.includes(phaseOf(vmi) ?? '') && !isDeleting(vmi);
};

const reachedPhase = (vmi: KubeObject | undefined): number | undefined =>
  parseTime(
    textAt(
      listAt(vmi, 'status', 'phaseTransitionTimestamps').find(
        (one) => textAt(one, 'phase') === phaseOf(vmi),
      ),
      'phaseTransitionTimestamp',
    ),
  );

/**
 * KubeVirt keeps the pod of an instance that ended as long as the instance. Where it is gone, the
 * guest may have gone down with it; events told of that for an hour.
 */
export const hasLostItsPod = (
  { vm, vmi, pods }: Pick<Facts, 'vm' | 'vmi' | 'pods'>,
  now: number,
): boolean =>
  vmi !== undefined &&
  isLeftOff(vm, vmi) &&
  pods.length === 0 &&
  now - (reachedPhase(vmi) ?? 0) < HOUR;

/** From when to when the instance ran that ended and was left so, as far as that can be told. */
export const lastRun = (
  { vm, vmi, events, earlierEvents }: Pick<Facts, 'vm' | 'vmi'> & EventFacts,
  now: number,
): { began: number; ended: number } | undefined => {
  if (!isLeftOff(vm, vmi)) return undefined;
  const ended = reachedPhase(vmi) ?? endingsOf({ events, earlierEvents }, now)[0]?.time;
  if (ended === undefined) return undefined;
  const starts = recentEvents({ events, earlierEvents }, 'Started', now)
    .map((event) => parseTime(eventTimeOf(event)) ?? 0)
    .filter((time) => time <= ended);
  return { began: Math.max(parseTime(createdOf(vmi)) ?? 0, ...starts), ended };
};

/** It was ended and started again within the hour, and begins once more. */
export const wasEndedOften = (events: readonly KubeObject[]): boolean =>
  events
    .filter((event) => textAt(event, 'reason') === 'SuccessfulDelete')
    .reduce((sum, event) => sum + eventCountOf(event), 0) > 1;

/** A guest that has been up for longer has at least booted. */
const YOUNG = 5 * MINUTE;

const TOLD = ['SuccessfulCreate', 'Started'];

/**
 * The instance was made anew just now, and may be one more round of a loop: what is left of the
 * events does not tell of its start, or tells of many ends that nobody asked for.
 */
export const mayBeLooping = (
  {
    vm,
    vmi,
    events,
    earlierEvents,
  }: Pick<GatheredFacts, 'vm' | 'vmi' | 'events' | 'earlierEvents'>,
  now: number,
): boolean => {
  const [machine = {}, instance, seen = []] = [vm.value, vmi.value, events.value];
  const [made, began] = [createdOf(machine), createdOf(instance)].map(parseTime);
  const isAnew =
    runStrategyOf(machine) === 'Always' &&
    ageOf(instance, now) < YOUNG &&
    (began ?? 0) - (made ?? 0) > LOOPS_AGAIN_WITHIN;
  const reasons = [...seen, ...(earlierEvents.value ?? [])].map((event) => textAt(event, 'reason'));
  return (
    isAnew &&
    (!reasons.some((reason) => TOLD.includes(reason ?? '')) ||
      (wasEndedOften(seen) && !reasons.includes('ShuttingDown')))
  );
};
