import {
  createdOf,
  eventCountOf,
  eventTimeOf,
  HOUR,
  MINUTE,
  parseTime,
  textAt,
  type KubeObject,
} from '../kubernetes';
import type { Facts, GatheredFacts } from './facts';
import { ageOf, LOOPS_AGAIN_WITHIN, runStrategyOf } from './intent';

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
