import {
  at,
  pointer,
  refOf,
  textAt,
  type KubeObject,
  type ObjectRef,
  type Path,
} from '../kubernetes';
import { present } from '../redaction';
import type { Condition } from '../kubernetes';
import type { Evidence } from './types';

/** What stands at a path of an object. */
export const proof = (object: KubeObject, ...path: Path): Evidence => ({
  source: 'object',
  ref: refOf(object),
  path: pointer(...path),
  value: present(at(object, ...path)),
});

/** The same where something stands, and nothing where nothing does. */
export const proofIf = (object: KubeObject | undefined, ...path: Path): Evidence[] =>
  object === undefined || at(object, ...path) === undefined ? [] : [proof(object, ...path)];

/** The message of a condition, or its reason or status when it has none. */
export const conditionProof = (object: KubeObject, condition: Condition): Evidence => {
  const field = condition.message ? 'message' : condition.reason ? 'reason' : 'status';
  const time = condition.lastTransitionTime;
  return {
    ...proof(object, ...condition.path, field),
    ...(time === undefined ? {} : { observedAt: time }),
  };
};

/** The message of an event. */
export const eventProof = (event: KubeObject, observedAt?: string): Evidence => ({
  ...proof(event, textAt(event, 'message') === undefined ? 'reason' : 'message'),
  ...(observedAt === undefined ? {} : { observedAt }),
});

/** The proof of what was said, where something was. */
export const saidIf = (said: { readonly evidence: Evidence } | undefined): Evidence[] =>
  said === undefined ? [] : [said.evidence];

/** The API server answered 404 for this object. */
export const absence = (ref: ObjectRef): Evidence => ({
  source: 'absent',
  ref,
  path: '',
  value: '',
});

/** Text the caller gave. */
export const reported = (ref: ObjectRef, text: string): Evidence => ({
  source: 'reported',
  ref,
  path: '',
  value: present(text),
});
