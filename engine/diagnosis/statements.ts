import {
  conditionsOf,
  eventTimeOf,
  nameOf,
  parseTime,
  refOf,
  textAt,
  type KubeObject,
} from '../kubernetes';
import { remembered } from '../remembered';
import { conditionProof, eventProof, reported } from './evidence';
import type { Facts } from './facts';
import type { DiagnosisRequest, Evidence } from './types';

/** Something a controller, a program or the caller said, in free text. */
export type Statement = {
  readonly text: string;
  /** The condition's or event's reason. */
  readonly reason: string;
  readonly source: 'condition' | 'event' | 'reported';
  /** Made when it is asked for: of all that is said, few statements prove a finding. */
  readonly evidence: Evidence;
  /** Milliseconds since the epoch, where known. */
  readonly time?: number;
  /** The object it is about: its kind and name. */
  readonly about: { kind: string; name: string };
};

/** Patterns are matched against this much of a text. */
const LONGEST_STATEMENT = 8192;

// Most rules read the same few objects.
const conditionStatements = remembered((object: KubeObject): readonly Statement[] =>
  conditionsOf(object).map((condition) => {
    const time = parseTime(condition.lastTransitionTime);
    return {
      text: condition.message.slice(0, LONGEST_STATEMENT),
      reason: condition.reason,
      source: 'condition',
      get evidence() {
        return conditionProof(object, condition);
      },
      ...(time === undefined ? {} : { time }),
      about: { kind: refOf(object).kind, name: nameOf(object) },
    };
  }),
);

const eventStatement = remembered((event: KubeObject): Statement => {
  const observed = eventTimeOf(event);
  const time = parseTime(observed);
  return {
    text: (textAt(event, 'message') ?? '').slice(0, LONGEST_STATEMENT),
    reason: textAt(event, 'reason') ?? '',
    source: 'event',
    get evidence() {
      return eventProof(event, observed);
    },
    ...(time === undefined ? {} : { time }),
    about: {
      kind: textAt(event, 'involvedObject', 'kind') ?? '',
      name: textAt(event, 'involvedObject', 'name') ?? '',
    },
  };
});

/** What the conditions of these objects say, in their order. */
export const saidByConditions = (...objects: readonly (KubeObject | undefined)[]): Statement[] =>
  objects.flatMap((object) => (object === undefined ? [] : conditionStatements(object)));

/** The events about one object. */
export const eventsAbout = (events: readonly KubeObject[], object: KubeObject): KubeObject[] =>
  events.filter(
    (event) =>
      textAt(event, 'involvedObject', 'kind') === textAt(object, 'kind') &&
      textAt(event, 'involvedObject', 'name') === nameOf(object),
  );

/** What events say, newest first as they are gathered. */
export const saidByEvents = (events: readonly KubeObject[]): Statement[] =>
  events.map(eventStatement);

/** The newest event by which a launcher pod was refused; it is told of the instance. */
export const newestRefusal = (events: readonly KubeObject[]): Statement | undefined =>
  saidByEvents(events).find(
    ({ reason, about }) => reason === 'FailedCreate' && about.kind === 'VirtualMachineInstance',
  );

/**
 * Why the launcher pod is refused now. KubeVirt keeps the first message of a condition for as long
 * as its reason stays, and many causes share `FailedCreate`: the newest event outdates it.
 */
export const saidOfPod = ({
  vm,
  vmi,
  events,
}: Pick<Facts, 'vm' | 'vmi' | 'events'>): Statement[] => {
  const told = newestRefusal(events);
  return told === undefined ? saidByConditions(vmi, vm) : [told];
};

/**
 * What the caller was told: the text of an error or a condition it shows us. A request that the
 * API server refused leaves nothing else.
 */
export const saidByCaller = (request: DiagnosisRequest): Statement[] => {
  const { namespace, vmName: name, error, condition } = request;
  const kind = 'VirtualMachine';
  return [error, condition?.message, condition?.reason].flatMap((text) =>
    text === undefined || text === ''
      ? []
      : [
          {
            text: text.slice(0, LONGEST_STATEMENT),
            reason: condition?.reason ?? '',
            source: 'reported' as const,
            evidence: reported({ apiVersion: 'kubevirt.io/v1', kind, namespace, name }, text),
            about: { kind, name },
          },
        ],
  );
};

/** A statement and how a pattern matches it. */
export type Said = { readonly statement: Statement; readonly match: RegExpExecArray };

/** The first statement that a pattern matches, with the match. */
export const firstMatch = (statements: readonly Statement[], pattern: RegExp): Said | undefined => {
  for (const statement of statements) {
    const match = pattern.exec(statement.text) ?? pattern.exec(statement.reason);
    if (match !== null) return { statement, match };
  }
  return undefined;
};
