import type { KubeObject } from '@cnv-ai/engine/kubernetes';
import { hoursAgo, uidFor } from './cluster';
import { conditionsFor, macOf } from './machine';
import { hasInstance, onNode, type MachineSpec } from './spec';
import { systemOf } from './systems';

const phaseOf = (spec: MachineSpec): string =>
  spec.status === 'Unknown' ? 'Unknown' : onNode(spec) ? 'Running' : 'Scheduling';

const interfacesOf = (spec: MachineSpec): KubeObject[] =>
  spec.nics.map((nic, index) => {
    const address =
      nic.network === undefined
        ? (spec.ip ?? `10.128.${spec.ordinal % 4}.${(spec.ordinal % 250) + 2}`)
        : spec.agent === true
          ? `192.168.${nic.network.includes('dmz') ? 50 : 60}.${(spec.ordinal % 250) + 2}`
          : undefined;
    return {
      name: `nic-${index}`,
      mac: macOf(spec.ordinal, index),
      ...(address === undefined ? {} : { ipAddress: address, ipAddresses: [address] }),
    };
  });

const guestOf = ({ agent, system }: MachineSpec): KubeObject => {
  if (agent !== true || system === undefined) return {};
  const { id, versionId, prettyName } = systemOf(system);
  return { guestOSInfo: { id, name: prettyName, prettyName, version: versionId, versionId } };
};

const migrationOf = (spec: MachineSpec): KubeObject => {
  const { migration, node } = spec;
  if (migration === undefined) return {};
  const running = spec.status === 'Migrating';
  return {
    migrationState: {
      migrationUid: uidFor('migration', spec.namespace, spec.name),
      sourceNode: migration.source,
      targetNode: node,
      startTimestamp: hoursAgo(migration.hours + 0.03),
      ...(running
        ? {}
        : { endTimestamp: hoursAgo(migration.hours), completed: true, failed: migration.failed }),
    },
  };
};

const placedStatus = (spec: MachineSpec): KubeObject => ({
  nodeName: spec.node,
  interfaces: interfacesOf(spec),
  ...guestOf(spec),
  ...migrationOf(spec),
});

/** The VirtualMachineInstance of a spec, where its status has one. */
export const virtualMachineInstance = (spec: MachineSpec): KubeObject[] =>
  hasInstance(spec)
    ? [
        {
          apiVersion: 'kubevirt.io/v1',
          kind: 'VirtualMachineInstance',
          metadata: {
            name: spec.name,
            namespace: spec.namespace,
            uid: uidFor('vmi', spec.namespace, spec.name),
            creationTimestamp: hoursAgo(
              onNode(spec) ? spec.startedHours + 0.01 : spec.changedHours,
            ),
            ownerReferences: [
              {
                apiVersion: 'kubevirt.io/v1',
                kind: 'VirtualMachine',
                name: spec.name,
                uid: uidFor('vm', spec.namespace, spec.name),
                controller: true,
              },
            ],
          },
          spec: {},
          status: {
            phase: phaseOf(spec),
            conditions: conditionsFor(spec).filter(({ type }) => type !== 'RestartRequired'),
            ...(onNode(spec)
              ? {
                  ...placedStatus(spec),
                  phaseTransitionTimestamps: [
                    { phase: 'Running', phaseTransitionTimestamp: hoursAgo(spec.startedHours) },
                  ],
                }
              : {}),
          },
        },
      ]
    : [];
