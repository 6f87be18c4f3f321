import { conditionOf, textAt, uidOf, type KubeObject } from '@cnv-ai/engine/kubernetes';
import { servedPlural } from '../resources';
import { conflict, internal } from '../status';
import { instanceOf, isFinal, MACHINE, machineOf, phaseOf, type Operation } from './operation';

/** The admission webhook of migrations; virt-api wraps its refusal as an internal error. */
const checkMigratable = ({ server, namespace, name }: Operation, instance: KubeObject): void => {
  const blocked = conditionOf(instance, 'LiveMigratable');
  const denied = (why: string) =>
    internal(
      `admission webhook "migration-create-validator.kubevirt.io" denied the request: ${why}`,
    );
  if (blocked?.status === 'False') {
    const { reason, message } = blocked;
    throw denied(`Cannot migrate VMI, Reason: ${reason}, Message: ${message}`);
  }
  const running = server.store
    .list(servedPlural('virtualmachineinstancemigrations'), namespace)
    .find((migration) => textAt(migration, 'spec', 'vmiName') === name && !isFinal(migration));
  if (running !== undefined) {
    throw denied(
      `in-flight migration detected. Active migration job (${uidOf(running) ?? ''}) is currently already in progress for VMI ${name}.`,
    );
  }
};

export const migrate = (operation: Operation): void => {
  const machine = machineOf(operation);
  const instance = instanceOf(operation);
  if (phaseOf(instance) !== 'Running') {
    throw conflict(MACHINE, operation.name, 'VM is not running');
  }
  if (conditionOf(machine, 'Paused')?.status === 'True') {
    throw conflict(MACHINE, operation.name, 'VM is paused');
  }
  const { server, namespace, name, dryRun } = operation;
  checkMigratable(operation, instance);
  server.store.create(
    {
      apiVersion: 'kubevirt.io/v1',
      kind: 'VirtualMachineInstanceMigration',
      metadata: {
        generateName: 'kubevirt-migrate-vm-',
        namespace,
        labels: { 'kubevirt.io/vmi-name': name },
        finalizers: ['kubevirt.io/migrationJobFinalize'],
      },
      spec: { vmiName: name },
    },
    dryRun,
  );
};
