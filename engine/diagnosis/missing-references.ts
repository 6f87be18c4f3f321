import { flagAt, type KubeObject } from '../kubernetes';
import type { Lookup } from './facts';
import { activePodOf, phaseOf } from './intent';
import { saidByContainers, containersOf } from './containers';
import { saidByEvents, type Statement } from './statements';

/** References of the VM's own template to objects that do not exist and are not optional. */
export const missingFromTemplate = (vm: KubeObject, lookups: readonly Lookup[]): Lookup[] =>
  lookups.filter(
    ({ object, path }) =>
      object === undefined &&
      path[1] === 'template' &&
      flagAt(vm, ...path.slice(0, -1), 'optional') !== true,
  );

/** Where the launcher pod, or the kubelet about it, says that this object is missing. */
export const saidMissing = (
  kind: 'secret' | 'configmap',
  name: string,
  vmi: KubeObject | undefined,
  pods: readonly KubeObject[],
  events: readonly KubeObject[],
): Statement | undefined => {
  const pod = activePodOf(vmi, pods);
  if (pod === undefined || phaseOf(pod) !== 'Pending') return undefined;
  const said = saidByEvents(events).filter(({ about }) => about.kind === 'Pod');
  return [...saidByContainers(containersOf(pod)), ...said].find(({ text }) =>
    text.includes(`${kind} "${name}" not found`),
  );
};
