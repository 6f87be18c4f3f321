import {
  at,
  isRecord,
  listAt,
  numberAt,
  parseQuantity,
  textAt,
  type KubeObject,
} from '../../kubernetes';
import type { InstancetypeFacts } from '../records/size';

const devicesOf = (object: KubeObject, list: 'gpus' | 'hostDevices'): string[] =>
  listAt(object, 'spec', list)
    .map((entry) => textAt(entry, 'deviceName'))
    .filter((name) => name !== undefined);

/** What an instance type of either kind gives to a machine. */
export const toInstancetype = (object: KubeObject): InstancetypeFacts => {
  const vcpu = numberAt(object, 'spec', 'cpu', 'guest');
  const memory = parseQuantity(at(object, 'spec', 'memory', 'guest'));
  return {
    ...(vcpu === undefined ? {} : { vcpu }),
    ...(memory === undefined ? {} : { memory }),
    gpus: devicesOf(object, 'gpus'),
    hostDevices: devicesOf(object, 'hostDevices'),
    dedicatedCpu: at(object, 'spec', 'cpu', 'dedicatedCPUPlacement') === true,
    hugepages: isRecord(at(object, 'spec', 'memory', 'hugepages')),
  };
};

export type InstancetypeKind = 'clusterInstancetypes' | 'instancetypes';

// The kind is not case sensitive and may be the plural, as virtctl writes it.
export const instancetypeKind = (kind: string | undefined): InstancetypeKind =>
  kind !== undefined && /^virtualmachineinstancetypes?$/i.test(kind)
    ? 'instancetypes'
    : 'clusterInstancetypes';

/** The kind of instance type that a machine names, if it names one. */
export const usedInstancetype = (vm: KubeObject): InstancetypeKind | undefined =>
  textAt(vm, 'spec', 'instancetype', 'name') === undefined
    ? undefined
    : instancetypeKind(textAt(vm, 'spec', 'instancetype', 'kind'));
