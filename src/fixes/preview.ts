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

/** A right as `oc auth can-i` takes it, and whether the user has it. */
export type Permission = { readonly right: string; readonly allowed: boolean };

/** What would happen. Nothing has been changed to find it out. */
export type Preview = {
  /** What is sent when the user confirms: bound to the object that was looked at. */
  readonly change: Change;
  readonly differences: readonly Difference[];
  /** What it takes; empty when the API server could not be asked. */
  readonly permissions: readonly Permission[];
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

const notAllowed = (permissions: readonly Permission[]): Message | undefined => {
  const missing = permissions.filter(({ allowed }) => !allowed).map(({ right }) => right);
  return missing.length === 0
    ? undefined
    : say(
        'You are not allowed to make this change: it needs the permission “{{right}}”. Ask an administrator of the project, or give them the command.',
        { right: missing.join('; ') },
      );
};
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

const textOf = ({ verb, group, resource, subresource, namespace }: ResourceAttributes): string => {
  const path = subresource === undefined ? resource : `${resource}/${subresource}`;
  return [
    verb,
    group === '' ? path : `${path}.${group}`,
    ...(namespace === undefined ? [] : ['-n', namespace]),
  ].join(' ');
};

/** Asks for the right, reads the object, and has the API server try the change. */
export const previewOf = async (change: Change, options: SendOptions): Promise<Preview> => {
  let permissions: readonly Permission[] = [];
  const refuse = (refused: Message): Preview => ({
    change,
    differences: [],
    permissions,
    refused,
  });
  try {
    const [rights, object] = await Promise.all([
      Promise.all(
        rightsFor(change).map(async (right): Promise<Permission> => {
          const { allowed } = await mayI(right, options);
          return { right: textOf(right), allowed };
        }),
      ),
      readObject(change.target, options),
    ]);
    permissions = rights;
    const forbidden = notAllowed(permissions);
    if (forbidden !== undefined) return refuse(forbidden);
    const { uid } = change.target;
    if (uid !== undefined && object !== undefined && uid !== uidOf(object)) return refuse(REPLACED);
    const bound = bindTo(change, object);
    const answer = await sendChange(bound, { ...options, dryRun: true });
    if (change.verb === 'subresource') return { change: bound, differences: [], permissions };
    const found = differences(object, isRecord(answer) ? answer : object);
    return {
      change: bound,
      differences: found,
      permissions,
      ...(found.length > 0 ? {} : { refused: NO_CHANGE }),
    };
  } catch (error) {
    return refuse(refusedBecause(error));
  }
};
