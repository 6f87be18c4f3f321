import { DAY, formatTime, type KubeObject } from '../../kubernetes';
import { teachFurther } from '../further';
import { teachLong } from '../long';
import { teachRare } from '../rare';

// A sentence under test may have words that a browser fetches first.
teachFurther();
teachLong();
teachRare();

/** The time of every test: a Friday. */
export const NOW = Date.parse('2026-11-20T14:30:00Z');

export const ago = (milliseconds: number): string => formatTime(NOW - milliseconds);

export type MachineOptions = {
  status?: string;
  /** How long ago the state changed. */
  since?: number;
  age?: number;
  failure?: string;
  labels?: Record<string, string>;
  cores?: number;
  memory?: string;
  preference?: string;
  instancetype?: string;
  runStrategy?: string;
  /** Running: an instance is there. */
  node?: string;
  ip?: string;
  agent?: boolean;
  started?: number;
};

const condition = (type: string, status: string, since: number, message = ''): KubeObject => ({
  type,
  status,
  lastTransitionTime: ago(since),
  ...(message === '' ? {} : { reason: 'FailedCreate', message }),
});

export const machine = (
  namespace: string,
  name: string,
  options: MachineOptions = {},
): KubeObject => {
  const { status = 'Stopped', since = DAY, age = 10 * DAY, failure, preference } = options;
  const ready = condition('Ready', status === 'Running' ? 'True' : 'False', since);
  return {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: {
      name,
      namespace,
      uid: `uid-${name}`,
      creationTimestamp: ago(age),
      labels: options.labels ?? {},
    },
    spec: {
      runStrategy: options.runStrategy ?? 'Always',
      ...(preference === undefined ? {} : { preference: { name: preference } }),
      ...(options.instancetype === undefined
        ? {}
        : {
            instancetype: { kind: 'VirtualMachineClusterInstancetype', name: options.instancetype },
          }),
      template: {
        spec: {
          domain: {
            ...(options.instancetype === undefined
              ? {
                  cpu: { cores: options.cores ?? 2, sockets: 1 },
                  memory: { guest: options.memory ?? '4Gi' },
                }
              : {}),
          },
          volumes: [{ name: 'init', cloudInitNoCloud: { userData: 'never-in-a-record' } }],
        },
      },
    },
    status: {
      printableStatus: status,
      conditions: [
        ready,
        ...(failure === undefined ? [] : [condition('Failure', 'True', since, failure)]),
      ],
    },
  };
};

export const instance = (namespace: string, name: string, options: MachineOptions): KubeObject => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachineInstance',
  metadata: { name, namespace, uid: `vmi-${name}` },
  spec: { domain: {} },
  status: {
    phase: 'Running',
    nodeName: options.node,
    interfaces:
      options.ip === undefined ? [] : [{ ipAddress: options.ip, ipAddresses: [options.ip] }],
    phaseTransitionTimestamps: [
      { phase: 'Running', phaseTransitionTimestamp: ago(options.started ?? options.since ?? DAY) },
    ],
    conditions: options.agent ? [{ type: 'AgentConnected', status: 'True' }] : [],
  },
});

/** A machine, and its instance when it has a node. */
export const machines = (
  namespace: string,
  list: readonly (readonly [name: string, options: MachineOptions])[],
): KubeObject[] =>
  list.flatMap(([name, options]) => [
    machine(namespace, name, options),
    ...(options.node === undefined ? [] : [instance(namespace, name, options)]),
  ]);

export const namespace = (name: string, labels: Record<string, string> = {}): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, labels },
});
