import { nameOf, textAt, type ObjectRef } from '../../kubernetes';
import type { Facts } from '../facts';
import type { GraphState, RootCause } from '../types';

/** Kind, project and name: what a node of the graph is known by. */
export const keyOf = ({ kind, namespace, name }: ObjectRef): string =>
  `${kind}/${namespace ?? ''}/${name}`;

/** An object that a root cause rests on, and how bad that makes it. */
export type Blamed = {
  readonly ref: ObjectRef;
  readonly state: GraphState;
  /** False for what an event tells of: it may be gone since. */
  readonly wasRead: boolean;
};

/** An event is evidence about the object that it tells of. */
const subjectOf = (ref: ObjectRef, { events, earlierEvents }: Facts): ObjectRef | undefined => {
  if (ref.kind !== 'Event') return ref;
  const event = [...events, ...earlierEvents].find((one) => nameOf(one) === ref.name);
  const subject = (field: string): string => textAt(event, 'involvedObject', field) ?? '';
  const namespace = subject('namespace');
  return event === undefined
    ? undefined
    : {
        apiVersion: subject('apiVersion'),
        kind: subject('kind'),
        ...(namespace === '' ? {} : { namespace }),
        name: subject('name'),
      };
};

/** Everything that the causes point at, once each, the worst first. Notes blame nothing. */
export const blamedBy = (causes: readonly RootCause[], facts: Facts): Blamed[] => {
  const all = causes.flatMap(({ severity, evidence }) =>
    severity === 'info'
      ? []
      : evidence.flatMap(({ source, ref }): Blamed[] => {
          const subject = subjectOf(ref, facts);
          if (subject === undefined) return [];
          const state = severity === 'critical' ? 'error' : 'warning';
          const wasRead = ref.kind !== 'Event';
          return [{ ref: subject, state: source === 'absent' ? 'missing' : state, wasRead }];
        }),
  );
  const worst = (['missing', 'error', 'warning'] as const).flatMap((state) =>
    all.filter((one) => one.state === state),
  );
  const byKey = new Map<string, Blamed>();
  for (const one of worst) {
    const before = byKey.get(keyOf(one.ref));
    byKey.set(
      keyOf(one.ref),
      before === undefined ? one : { ...before, wasRead: before.wasRead || one.wasRead },
    );
  }
  return [...byKey.values()];
};
