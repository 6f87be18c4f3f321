import {
  isRecord,
  listAt,
  nameOf,
  namespaceOf,
  numberAt,
  at,
  parseQuantity,
  RESOURCES,
  textAt,
  type KubeObject,
  type Reader,
} from '../../kubernetes';
import type { InstancetypeFacts, SizeSource } from '../records/size';
import { failure, listEach, type Failure } from './lists';

type Entry = InstancetypeFacts & { key: string };

const devicesOf = (object: KubeObject, list: 'gpus' | 'hostDevices'): string[] =>
  listAt(object, 'spec', list)
    .map((entry) => textAt(entry, 'deviceName'))
    .filter((name) => name !== undefined);

const keyOf = (kind: string, namespace: string, name: string): string =>
  `${kind}/${namespace}/${name}`;

const entryOf =
  (kind: string) =>
  (object: KubeObject): Entry => {
    const vcpu = numberAt(object, 'spec', 'cpu', 'guest');
    const memory = parseQuantity(at(object, 'spec', 'memory', 'guest'));
    return {
      key: keyOf(kind, namespaceOf(object) ?? '', nameOf(object)),
      ...(vcpu === undefined ? {} : { vcpu }),
      ...(memory === undefined ? {} : { memory }),
      gpus: devicesOf(object, 'gpus'),
      hostDevices: devicesOf(object, 'hostDevices'),
      dedicatedCpu: at(object, 'spec', 'cpu', 'dedicatedCPUPlacement') === true,
      hugepages: isRecord(at(object, 'spec', 'memory', 'hugepages')),
    };
  };

const { clusterInstancetypes, instancetypes } = RESOURCES;

export type Sizes = { sizeOf: SizeSource; failed: { resource: string; failure: Failure }[] };

const kindsUsed = (machines: readonly KubeObject[]): { cluster: boolean; namespaces: string[] } => {
  const used = machines.filter((vm) => textAt(vm, 'spec', 'instancetype', 'name') !== undefined);
  const own = used.filter((vm) => isNamespaced(textAt(vm, 'spec', 'instancetype', 'kind')));
  const namespaces = [...new Set(own.map((vm) => namespaceOf(vm) ?? ''))];
  return { cluster: used.length > own.length, namespaces };
};

// The kind is not case sensitive and may be the plural, as virtctl writes it.
const isNamespaced = (kind: string | undefined): boolean =>
  kind !== undefined && /^virtualmachineinstancetypes?$/i.test(kind);

/** CPU and memory of the instance types these machines name; nothing is read when none does. */
export const readSizes = async (
  reader: Reader,
  machines: readonly KubeObject[],
): Promise<Sizes> => {
  const { cluster, namespaces } = kindsUsed(machines);
  const failed: Sizes['failed'] = [];
  const entries: Entry[] = [];
  if (cluster) {
    const fact = await reader.list(clusterInstancetypes, {}, entryOf(clusterInstancetypes.kind));
    const problem = failure(fact);
    if (fact.state === 'ok') entries.push(...fact.value);
    if (problem !== undefined)
      failed.push({ resource: clusterInstancetypes.plural, failure: problem });
  }
  const own = await listEach(reader, instancetypes, namespaces, entryOf(instancetypes.kind));
  const [problem] = own.failed.values();
  if (problem !== undefined) failed.push({ resource: instancetypes.plural, failure: problem });
  const byKey = new Map([...entries, ...own.values].map((entry) => [entry.key, entry]));
  const sizeOf: SizeSource = (kind, namespace, name) =>
    isNamespaced(kind)
      ? byKey.get(keyOf(instancetypes.kind, namespace, name))
      : byKey.get(keyOf(clusterInstancetypes.kind, '', name));
  return { sizeOf, failed };
};
