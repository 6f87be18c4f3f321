import {
  isDeleting,
  isOwnedBy,
  listAt,
  nameOf,
  namespaceOf,
  recordAt,
  textAt,
  uidOf,
  type KubeObject,
} from '@cnv-ai/engine/kubernetes';
import { recordEvent } from '../events';
import { runningInstance, schedulingInstance } from '../machine/instance';
import { launcherPod, pendingPod } from '../machine/pod';
import { followingStatus, stoppedStatus } from '../machine/status';
import { without } from '../records';
import { servedPlural } from '../resources';
import { withMetadata, type Store } from '../store';
import { runStrategyOf } from '../operations/operation';
import { newBoot } from './boot';
import { releaseFinalizers } from './garbage';

const MACHINES = servedPlural('virtualmachines');
const INSTANCES = servedPlural('virtualmachineinstances');
const PODS = servedPlural('pods');

const CONTROLLER = 'virtualmachine-controller';

/** Whether a machine would come up if it were started now. */
export type StartTest = (machine: KubeObject) => boolean;

const setStatus = (store: Store, machine: KubeObject, status: KubeObject): void =>
  void store.update({ ...machine, status });

const requestsOf = (machine: KubeObject): (string | undefined)[] =>
  listAt(machine, 'status', 'stateChangeRequests').map((request) => textAt(request, 'action'));

/** What the machine's author wants right now: pending requests go before the run strategy. */
const wantsToRun = (machine: KubeObject, hasInstance: boolean): boolean => {
  const [first] = requestsOf(machine);
  if (first !== undefined) return first === 'Start';
  const strategy = runStrategyOf(machine);
  return strategy === 'Manual' ? hasInstance : strategy !== 'Halted';
};

const launchers = (store: Store, instance: KubeObject): readonly KubeObject[] =>
  store.list(PODS, namespaceOf(instance)).filter((pod) => isOwnedBy(pod, instance));

const removeInstance = (store: Store, instance: KubeObject): void => {
  for (const pod of launchers(store, instance)) {
    store.remove(PODS, namespaceOf(pod), nameOf(pod));
  }
  store.remove(INSTANCES, namespaceOf(instance), nameOf(instance));
  releaseFinalizers(store, INSTANCES, instance);
};

const FINALIZER = 'kubevirt.io/virtualMachineControllerFinalize';

/** A machine with an instance goes only after it: its controller's finalizer holds it. */
const finalized = (machine: KubeObject): KubeObject => {
  const finalizers = listAt(machine, 'metadata', 'finalizers');
  return finalizers.includes(FINALIZER)
    ? machine
    : withMetadata(machine, { finalizers: [...finalizers, FINALIZER] });
};

const begin = (store: Store, machine: KubeObject, now: number): boolean => {
  const boot = newBoot(store, machine, now);
  if (boot === undefined) return false;
  const instance = store.create(schedulingInstance(machine, boot));
  const pod = store.create(pendingPod(instance, boot));
  recordEvent(store, machine, {
    reason: 'SuccessfulCreate',
    message: `Started the virtual machine by creating the new virtual machine instance ${nameOf(instance)}`,
    time: now,
    component: CONTROLLER,
  });
  recordEvent(store, instance, {
    reason: 'SuccessfulCreate',
    message: `Created virtual machine pod ${nameOf(pod)}`,
    time: now,
    component: CONTROLLER,
  });
  setStatus(store, finalized(machine), followingStatus(machine, instance, 'Starting'));
  return true;
};

/** From Scheduling to Running: the same uids, on the node that was chosen. */
const finish = (store: Store, machine: KubeObject, instance: KubeObject, now: number): boolean => {
  const [pod] = launchers(store, instance);
  const boot = newBoot(store, machine, now);
  if (pod === undefined || boot === undefined) return false;
  const same = {
    ...boot,
    uid: textAt(instance, 'metadata', 'uid') ?? '',
    podUid: textAt(pod, 'metadata', 'uid') ?? '',
    podName: nameOf(pod),
    node: textAt(pod, 'spec', 'nodeName') ?? boot.node,
  };
  const running = store.update(runningInstance(machine, same));
  store.update(launcherPod(running, same));
  recordEvent(store, running, {
    reason: 'Started',
    message: 'VirtualMachineInstance started.',
    time: now,
    component: 'virt-handler',
  });
  setStatus(store, machine, followingStatus(machine, running, 'Running'));
  return false;
};

/** One step of a stop: first Stopping, then gone. */
const halt = (store: Store, machine: KubeObject, instance: KubeObject, now: number): boolean => {
  if (textAt(machine, 'status', 'printableStatus') !== 'Stopping') {
    setStatus(store, machine, {
      ...recordAt(machine, 'status'),
      printableStatus: 'Stopping',
      ready: false,
    });
    if (textAt(instance, 'status', 'phase') === 'Running') {
      recordEvent(store, instance, {
        reason: 'ShuttingDown',
        message: 'Signaled Graceful Shutdown',
        time: now,
        component: 'virt-handler',
      });
    }
    return true;
  }
  removeInstance(store, instance);
  recordEvent(store, machine, {
    reason: 'SuccessfulDelete',
    message: `Stopped the virtual machine by deleting the virtual machine instance ${uidOf(instance) ?? ''}`,
    time: now,
    component: CONTROLLER,
  });
  const rest = without(recordAt(machine, 'status'), 'stateChangeRequests');
  const left = requestsOf(machine).includes('Start') ? [{ action: 'Start' }] : [];
  const stopped = stoppedStatus({ ...machine, status: rest }, now);
  setStatus(
    store,
    machine,
    left.length === 0 ? stopped : { ...stopped, stateChangeRequests: left },
  );
  return left.length > 0 || wantsToRun({ ...machine, status: rest }, false);
};

const remove = (store: Store, machine: KubeObject, instance: KubeObject | undefined): boolean => {
  if (instance !== undefined) removeInstance(store, instance);
  return releaseFinalizers(store, MACHINES, machine);
};

const withoutInstance = (
  store: Store,
  machine: KubeObject,
  now: number,
  canStart: StartTest,
): boolean => {
  if (wantsToRun(machine, false)) return canStart(machine) && begin(store, machine, now);
  if (textAt(machine, 'status', 'printableStatus') !== 'Stopped') {
    setStatus(store, machine, stoppedStatus(machine, now));
  }
  return false;
};

/** An instance held up by what its machine refers to: started anew once that is mended. */
const retry = (store: Store, machine: KubeObject, instance: KubeObject, now: number): boolean => {
  removeInstance(store, instance);
  return begin(store, machine, now);
};

/** Withdraws requests that would change nothing: the machine would not come up again. */
const withdraw = (store: Store, machine: KubeObject): boolean => {
  setStatus(store, machine, without(recordAt(machine, 'status'), 'stateChangeRequests'));
  return false;
};

const WAITING = ['', 'Pending'];

/**
 * Takes one step towards what a machine asks for; `true` when there is another to take. One that
 * would not come up stays as it is: this cluster does not invent failures.
 */
export const reconcileMachine = (
  store: Store,
  now: number,
  seen: KubeObject,
  canStart: StartTest,
): boolean => {
  const machine = store.get(MACHINES, namespaceOf(seen), nameOf(seen));
  if (machine === undefined) return false;
  const instance = store.get(INSTANCES, namespaceOf(seen), nameOf(seen));
  if (isDeleting(machine)) return remove(store, machine, instance);
  if (instance === undefined) return withoutInstance(store, machine, now, canStart);
  const phase = textAt(instance, 'status', 'phase') ?? '';
  const starts = phase === 'Running' || canStart(machine);
  if (requestsOf(machine).includes('Start') && !starts) return withdraw(store, machine);
  if (!wantsToRun(machine, true)) return halt(store, machine, instance, now);
  const pods = launchers(store, instance);
  if (WAITING.includes(phase) && pods.length === 0) {
    return starts && retry(store, machine, instance, now);
  }
  return phase === 'Scheduling' && starts && pods.every(isBeingCreated)
    ? finish(store, machine, instance, now)
    : false;
};

/** A placed launcher whose container waits for nothing but its creation. */
const isBeingCreated = (pod: KubeObject): boolean =>
  textAt(pod, 'spec', 'nodeName') !== undefined &&
  textAt(pod, 'status', 'containerStatuses', 0, 'state', 'waiting', 'reason') ===
    'ContainerCreating';
