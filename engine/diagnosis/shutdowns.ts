import { eventCountOf, eventTimeOf, HOUR, parseTime, textAt, type KubeObject } from '../kubernetes';
import type { Facts } from './facts';

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
