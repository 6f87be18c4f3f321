import {
  at,
  isRecord,
  labelsOf,
  listAt,
  nameOf,
  namespaceOf,
  textAt,
  type KubeObject,
} from '@cnv-ai/engine/kubernetes';
import { instant, some, type Facts, type Shelf } from './shelf';

const conditionOf = (object: unknown, type: string): unknown =>
  listAt(object, 'status', 'conditions').find((entry) => textAt(entry, 'type') === type);

const nodeFacts = (node: KubeObject | undefined): Facts =>
  node === undefined
    ? {}
    : {
        node: [nameOf(node)],
        zone: some(labelsOf(node)['topology.kubernetes.io/zone']),
        cordoned: [at(node, 'spec', 'unschedulable') === true],
        nodeReady: [textAt(conditionOf(node, 'Ready'), 'status') === 'True'],
      };

// Absent while the guest runs means not connected; otherwise nobody knows.
const agentFacts = (vm: KubeObject, instance: KubeObject): Facts => {
  if (textAt(conditionOf(instance, 'AgentConnected'), 'status') === 'True')
    return { agent: [true] };
  return textAt(vm, 'status', 'printableStatus') === 'Running' ? { agent: [false] } : {};
};

const migratableFacts = (instance: KubeObject): Facts => {
  const condition = conditionOf(instance, 'LiveMigratable');
  const status = textAt(condition, 'status');
  const reason = textAt(condition, 'reason');
  return status === undefined
    ? {}
    : {
        migratable: [status === 'True'],
        migratableReason: reason === undefined || reason === '' ? [] : [reason],
      };
};

const startedFacts = (instance: KubeObject): Facts => {
  const running = listAt(instance, 'status', 'phaseTransitionTimestamps').find(
    (entry) => textAt(entry, 'phase') === 'Running',
  );
  const started = instant(textAt(running, 'phaseTransitionTimestamp'));
  return started.length === 0 ? {} : { started };
};

const addressFacts = (instance: KubeObject): Facts => {
  const interfaces = listAt(instance, 'status', 'interfaces');
  return interfaces.length === 0
    ? {}
    : { ip: interfaces.flatMap((entry) => some(textAt(entry, 'ipAddress'))) };
};

const migrationFacts = (vm: KubeObject, shelf: Shelf): Facts => {
  const mine = shelf
    .all('VirtualMachineInstanceMigration')
    .filter(
      (entry) =>
        namespaceOf(entry) === namespaceOf(vm) && textAt(entry, 'spec', 'vmiName') === nameOf(vm),
    );
  const withPhase = (phase: string): readonly KubeObject[] =>
    mine.filter((entry) => textAt(entry, 'status', 'phase') === phase);
  const ended = (phase: string): number[] =>
    withPhase(phase).flatMap((entry) =>
      listAt(entry, 'status', 'phaseTransitionTimestamps')
        .filter((step) => textAt(step, 'phase') === phase)
        .flatMap((step) => instant(textAt(step, 'phaseTransitionTimestamp'))),
    );
  return {
    migrationCount: [mine.length],
    migrated: ended('Succeeded'),
    migrationFailed: ended('Failed'),
    migratedFrom: withPhase('Succeeded').flatMap((entry) =>
      some(textAt(entry, 'status', 'migrationState', 'sourceNode')),
    ),
  };
};

const warningFacts = (vm: KubeObject, shelf: Shelf): Facts => ({
  warning: shelf
    .all('Event')
    .filter(
      (event) =>
        textAt(event, 'type') === 'Warning' &&
        textAt(event, 'involvedObject', 'namespace') === namespaceOf(vm) &&
        textAt(event, 'involvedObject', 'name') === nameOf(vm),
    )
    .flatMap((event) => some(textAt(event, 'reason'))),
});

/** What only a running instance, its node, its migrations and its events tell. */
export const instanceFacts = (vm: KubeObject, shelf: Shelf): Facts => {
  const instance = shelf.one('VirtualMachineInstance', namespaceOf(vm) ?? '', nameOf(vm));
  return {
    ...migrationFacts(vm, shelf),
    ...warningFacts(vm, shelf),
    ...(isRecord(instance)
      ? {
          ...nodeFacts(shelf.one('Node', '', textAt(instance, 'status', 'nodeName'))),
          ...agentFacts(vm, instance),
          ...migratableFacts(instance),
          ...startedFacts(instance),
          ...addressFacts(instance),
        }
      : {}),
  };
};
