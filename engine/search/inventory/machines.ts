import { RESOURCES, type KubeObject } from '../../kubernetes';
import { toRecord, type VmRecord } from '../records/record';
import type { InstancetypeFacts, SizeSource } from '../records/size';
import { slimInstance, slimMachine } from '../records/slim';
import { feedOf, type Feed } from './feed';
import {
  instancetypeKind,
  toInstancetype,
  usedInstancetype,
  type InstancetypeKind,
} from './instance-types';
import type { Steps } from '../slices';
import { sharing } from './sharing';
import { createShelf } from './shelf';

/** Kinds a record itself is made of, beside the machine. */
export type RecordKind = 'virtualMachineInstances' | InstancetypeKind;

/** Which of them may be read where the record is. */
type MayRead = (kind: RecordKind) => boolean;

/** What a record is made of: held as text, or until the record is made. */
type Raw = { slim: string | KubeObject; uses?: InstancetypeKind };

/** A record and what it was made of: the same objects give the same record. */
export type Made = {
  machine: Raw;
  instance: Raw | undefined;
  types: string;
  record: VmRecord;
};

type Uses = { version: number; kinds: readonly InstancetypeKind[] };

/** VirtualMachines with their instances and instance types. */
export type MachineShelf = {
  feeds: readonly (readonly ['virtualMachines' | RecordKind, Feed])[];
  namespaces: () => Iterable<string>;
  /** Kinds of instance types that machines of the namespace name. */
  instancetypesIn: (namespace: string) => readonly InstancetypeKind[];
  /** Kinds that records of the namespace are made of. */
  kindsOf: (namespace: string) => RecordKind[];
  /** Another text whenever a record of the namespace may be another. */
  version: (namespace: string, mayRead: MayRead) => string;
  /** In the order of their names; of those made before, the ones that are still true. */
  records: (
    namespace: string,
    mayRead: MayRead,
    before: ReadonlyMap<string, Made> | undefined,
  ) => Steps<ReadonlyMap<string, Made>>;
};

const NOTHING: KubeObject = {};

/** Records made in one step: about a millisecond of work. */
const STEP = 50;

const parsed = (text: string): KubeObject => JSON.parse(text) as KubeObject;

/**
 * `lasting`: objects change and callers with other rights come, so that what records are made of
 * is held, as text: a third of the objects. Else it is dropped once a record is made of it.
 */
export const createMachineShelf = (lasting: boolean): MachineShelf => {
  const machines = createShelf<Raw>();
  const instances = createShelf<Raw>();
  const clusterTypes = createShelf<InstancetypeFacts>();
  const ownTypes = createShelf<InstancetypeFacts>();
  const uses = new Map<string, Uses>();
  const share = lasting ? sharing() : (record: VmRecord): VmRecord => record;

  const pack = (slim: KubeObject): Raw['slim'] => (lasting ? JSON.stringify(slim) : slim);
  const unpack = (raw: Raw): KubeObject => {
    const { slim } = raw;
    if (typeof slim === 'string') return parsed(slim);
    raw.slim = NOTHING;
    return slim;
  };

  const instancetypesIn = (namespace: string): Uses['kinds'] => {
    const version = machines.version(namespace);
    const known = uses.get(namespace);
    if (known?.version === version) return known.kinds;
    const named = [...machines.of(namespace).values()].map((machine) => machine.uses);
    const kinds = [...new Set(named.filter((kind) => kind !== undefined))].sort();
    uses.set(namespace, { version, kinds });
    return kinds;
  };

  const typesVersion = (namespace: string, mayRead: MayRead): string =>
    [
      mayRead('clusterInstancetypes') ? clusterTypes.version('') : '-',
      mayRead('instancetypes') ? ownTypes.version(namespace) : '-',
    ].join();

  const sizesFor =
    (mayRead: MayRead): SizeSource =>
    (kind, namespace, name) => {
      const used = instancetypeKind(kind);
      if (!mayRead(used)) return undefined;
      return (used === 'instancetypes' ? ownTypes.of(namespace) : clusterTypes.of('')).get(name);
    };

  const make = (machine: Raw, instance: Raw | undefined, mayRead: MayRead): VmRecord => {
    const vmi = instance === undefined ? undefined : unpack(instance);
    const readable = mayRead('virtualMachineInstances');
    const context = { vmi: readable ? vmi : ('unread' as const), sizeOf: sizesFor(mayRead) };
    return share(toRecord(unpack(machine), context));
  };

  return {
    feeds: [
      [
        'virtualMachines',
        feedOf({
          resource: RESOURCES.virtualMachines,
          shelf: machines,
          keep: (vm) => {
            const named = usedInstancetype(vm);
            return {
              slim: pack(slimMachine(vm)),
              ...(named === undefined ? {} : { uses: named }),
            };
          },
        }),
      ],
      [
        'virtualMachineInstances',
        feedOf({
          resource: RESOURCES.virtualMachineInstances,
          shelf: instances,
          keep: (vmi) => ({ slim: pack(slimInstance(vmi)) }),
        }),
      ],
      [
        'clusterInstancetypes',
        feedOf({
          resource: RESOURCES.clusterInstancetypes,
          shelf: clusterTypes,
          keep: toInstancetype,
        }),
      ],
      [
        'instancetypes',
        feedOf({ resource: RESOURCES.instancetypes, shelf: ownTypes, keep: toInstancetype }),
      ],
    ],
    namespaces: machines.namespaces,
    instancetypesIn,
    kindsOf: (namespace) => ['virtualMachineInstances', ...instancetypesIn(namespace)],
    version: (namespace, mayRead) =>
      [
        machines.version(namespace),
        mayRead('virtualMachineInstances') ? instances.version(namespace) : '-',
        typesVersion(namespace, mayRead),
      ].join(),
    *records(namespace, mayRead, before) {
      const types = typesVersion(namespace, mayRead);
      const here = mayRead('virtualMachineInstances') ? instances.of(namespace) : undefined;
      const found = [...machines.of(namespace)].sort(([a], [b]) => (a < b ? -1 : 1));
      const records = new Map<string, Made>();
      let made = 0;
      for (const [name, machine] of found) {
        const instance = here?.get(name);
        const known = before?.get(name);
        const isTrue =
          known?.machine === machine &&
          known.instance === instance &&
          (machine.uses === undefined || known.types === types);
        if (isTrue) {
          records.set(name, known);
          continue;
        }
        records.set(name, { machine, instance, types, record: make(machine, instance, mayRead) });
        made += 1;
        if (made % STEP === 0) yield;
      }
      return records;
    },
  };
};
