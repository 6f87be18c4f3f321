import { FIELD_MANAGER, textAt, type ObjectRef } from '@cnv-ai/engine/kubernetes';
import { post, type SendOptions } from './cluster';

export type Applied = {
  /** The VirtualMachine, with its uid. */
  readonly vm: ObjectRef;
  readonly rootCauseId: string;
  readonly fixId: string;
  readonly undone: boolean;
};

const whoAmI = async (options: SendOptions): Promise<string> => {
  const review = await post(
    '/apis/authentication.k8s.io/v1/selfsubjectreviews',
    { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' },
    options,
  ).catch(() => undefined);
  return textAt(review, 'status', 'userInfo', 'username') ?? 'a user of the console';
};

/**
 * Leaves an Event on the VirtualMachine, where the user may create one. Tells whether it was left:
 * a change that cannot be recorded is still a change.
 */
export const recordFix = async (
  { vm, rootCauseId, fixId, undone }: Applied,
  now: string,
  options: SendOptions,
): Promise<boolean> => {
  const user = await whoAmI(options);
  const event = {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { generateName: `${vm.name.slice(0, 200)}.`, namespace: vm.namespace },
    involvedObject: vm,
    reason: undone ? 'FixUndone' : 'FixApplied',
    message: `${user} ${undone ? 'took back' : 'applied'} fix ${fixId} for ${rootCauseId}`,
    type: 'Normal',
    source: { component: FIELD_MANAGER },
    reportingComponent: FIELD_MANAGER,
    reportingInstance: 'console',
    firstTimestamp: now,
    lastTimestamp: now,
    count: 1,
  };
  const path = `/api/v1/namespaces/${encodeURIComponent(vm.namespace ?? '')}/events`;
  return post(path, event, options).then(
    () => true,
    () => false,
  );
};
