import {
  conditionOf,
  flagAt,
  listAt,
  numberAt,
  recordAt,
  uidOf,
  type KubeObject,
} from '@cnv-ai/engine/kubernetes';
import { without } from '../records';
import { badRequest, conflict, internal } from '../status';
import {
  isFinal,
  MACHINE,
  machineOf,
  maybeInstance,
  phaseOf,
  runStrategyOf,
  store,
  type Operation,
} from './operation';

const setRunning = (operation: Operation, machine: KubeObject, running: boolean): void => {
  const spec = recordAt(machine, 'spec');
  const change =
    spec.runStrategy === undefined ? { running } : { runStrategy: running ? 'Always' : 'Halted' };
  store(operation, { ...machine, spec: { ...spec, ...change } }, true);
};

const request = (
  operation: Operation,
  machine: KubeObject,
  changes: readonly KubeObject[],
): void => {
  const pending = listAt(machine, 'status', 'stateChangeRequests');
  const onlyStop = changes.length === 1 && changes[0]?.action === 'Stop';
  if (pending.length > 0 && !onlyStop) {
    throw internal('unable to complete request: stop/start already underway');
  }
  const status = without(recordAt(machine, 'status'), 'startFailure');
  store(operation, { ...machine, status: { ...status, stateChangeRequests: changes } });
};

const stopRequest = (instance: KubeObject): KubeObject => ({
  action: 'Stop',
  uid: uidOf(instance),
});

export const start = (operation: Operation): void => {
  const machine = machineOf(operation);
  const instance = maybeInstance(operation);
  const refuse = (why: string) => conflict(MACHINE, operation.name, why);
  if (
    instance !== undefined &&
    !isFinal(instance) &&
    !['', 'Unknown'].includes(phaseOf(instance))
  ) {
    throw refuse('VM is already running');
  }
  if (conditionOf(machine, 'ManualRecoveryRequired')?.status === 'True') {
    throw refuse(
      'VM recovery required: Volume migration failed, leaving some volumes pointing to non-consistent targets; manual recovery is needed to reset them to their original source',
    );
  }
  const strategy = runStrategyOf(machine);
  const paused = flagAt(operation.options, 'paused') === true;
  const startRequest = { action: 'Start', ...(paused ? { data: { paused: 'true' } } : {}) };
  if (strategy === 'Halted' && !paused) {
    setRunning(operation, machine, true);
  } else if (['Halted', 'Manual', 'RerunOnFailure'].includes(strategy)) {
    if (strategy === 'RerunOnFailure' && instance !== undefined && phaseOf(instance) === 'Failed') {
      throw refuse('RerunOnFailure does not support starting VM from failed state');
    }
    const first = instance !== undefined && isFinal(instance) ? [stopRequest(instance)] : [];
    request(operation, machine, [...first, startRequest]);
  } else {
    throw refuse(`${strategy} does not support manual start requests`);
  }
};

export const stop = (operation: Operation): void => {
  const machine = machineOf(operation);
  const instance = maybeInstance(operation);
  const strategy = runStrategyOf(machine);
  const refuse = (why: string) => conflict(MACHINE, operation.name, why);
  if (strategy === 'Always' || strategy === 'Once') {
    setRunning(operation, machine, false);
    return;
  }
  if (instance === undefined || isFinal(instance)) throw refuse('VM is not running');
  const grace = numberAt(operation.options, 'gracePeriod');
  const current = numberAt(instance, 'spec', 'terminationGracePeriodSeconds') ?? 0;
  if (strategy === 'Halted' && (grace === undefined || grace >= current)) {
    throw refuse('Halted only supports manual stop requests with a shorter graceperiod');
  }
  request(operation, machine, [stopRequest(instance)]);
};

export const restart = (operation: Operation): void => {
  const grace = numberAt(operation.options, 'gracePeriodSeconds') ?? 0;
  if (grace > 0) throw badRequest('For force restart, only gracePeriod=0 is supported for now');
  if (grace < 0) throw badRequest('gracePeriod has to be greater or equal to 0');
  const machine = machineOf(operation);
  const strategy = runStrategyOf(machine);
  if (strategy === 'Halted' || strategy === 'Once') {
    const why = `RunStategy ${strategy} does not support manual restart requests`;
    throw conflict(MACHINE, operation.name, why);
  }
  const instance = maybeInstance(operation);
  if (instance === undefined) throw conflict(MACHINE, operation.name, 'VM is not running: Halted');
  request(operation, machine, [stopRequest(instance), { action: 'Start' }]);
};
