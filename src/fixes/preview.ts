import {
  followUpOf,
  isRecord,
  rightFor,
  textAt,
  uidOf,
  type Change,
  type KubeObject,
  type ResourceAttributes,
} from '@cnv-ai/engine/kubernetes';
import { say, type Message } from '@cnv-ai/engine/messages';
import { mayI, readObject, sendChange, type SendOptions } from './cluster';
import { differences, type Difference } from './diff';
import { refusedBecause } from './refused';

/** What would happen. Nothing has been changed to find it out. */
export type Preview = {
  /** What is sent when the user confirms: bound to the object that was looked at. */
  readonly change: Change;
  readonly differences: readonly Difference[];
  /** Why it cannot be done; absent when the API server accepted the trial. */
  readonly refused?: Message;
};

const bindTo = (change: Change, object: KubeObject | undefined): Change => {
  const uid = uidOf(object);
  const resourceVersion = textAt(object, 'metadata', 'resourceVersion');
  return change.verb === 'patch' && uid !== undefined && resourceVersion !== undefined
    ? { ...change, precondition: { uid, resourceVersion } }
    : change;
};

const NOT_ALLOWED = say(
  'You are not allowed to make this change. Ask an administrator of the project, or give them the command.',
);
const REPLACED = say(
  'Another object has this name now. Diagnose the virtual machine again before you change it.',
);
const NO_CHANGE = say(
  'Nothing would change: it already stands so. Diagnose the virtual machine again.',
);

/** What the change needs, and what has to follow it. */
const rightsFor = (change: Change): ResourceAttributes[] =>
  [change, followUpOf(change)].flatMap((one) => {
    const right = one && rightFor(one);
    return right === undefined ? [] : [right];
  });

/** Asks for the right, reads the object, and has the API server try the change. */
export const previewOf = async (change: Change, options: SendOptions): Promise<Preview> => {
  const refuse = (refused: Message): Preview => ({ change, differences: [], refused });
  try {
    const [rights, object] = await Promise.all([
      Promise.all(rightsFor(change).map((right) => mayI(right, options))),
      readObject(change.target, options),
    ]);
    if (rights.some(({ allowed }) => !allowed)) return refuse(NOT_ALLOWED);
    const { uid } = change.target;
    if (uid !== undefined && object !== undefined && uid !== uidOf(object)) return refuse(REPLACED);
    const bound = bindTo(change, object);
    const answer = await sendChange(bound, { ...options, dryRun: true });
    if (change.verb === 'subresource') return { change: bound, differences: [] };
    const found = differences(object, isRecord(answer) ? answer : object);
    return {
      change: bound,
      differences: found,
      ...(found.length > 0 ? {} : { refused: NO_CHANGE }),
    };
  } catch (error) {
    return refuse(refusedBecause(error));
  }
};
