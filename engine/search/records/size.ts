import {
  at,
  isRecord,
  numberAt,
  parseQuantity,
  textAt,
  type KubeObject,
  type Path,
} from '../../kubernetes';

/** Where a value stands: the object, and the JSON Pointer into it. */
export type Origin = { in: 'vm' | 'vmi'; path: string };

/** A number read from an object, with the text that stands there. */
export type Sized = { value: number; text: string; origin: Origin };

export type Size = { vcpu?: Sized; memory?: Sized };

/** What an instance type gives to a machine. */
export type InstancetypeFacts = {
  vcpu?: number;
  memory?: number;
  gpus?: readonly string[];
  hostDevices?: readonly string[];
  dedicatedCpu?: boolean;
  hugepages?: boolean;
};

/** An instance type by kind, namespace and name. */
export type SizeSource = (
  kind: string,
  namespace: string,
  name: string,
) => InstancetypeFacts | undefined;

const DOMAIN = ['spec', 'template', 'spec', 'domain'] as const;

const origin = (object: Origin['in'], path: Path): Origin => ({
  in: object,
  path: `/${path.join('/')}`,
});

const compact = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

const topology = (cpu: unknown): number | undefined => {
  if (!isRecord(cpu)) return undefined;
  const parts = ['sockets', 'cores', 'threads'].map((key) => numberAt(cpu, key));
  if (parts.every((part) => part === undefined)) return undefined;
  return parts.reduce<number>((product, part) => product * (part ?? 1), 1);
};

const sized = (
  object: KubeObject | undefined,
  place: Origin['in'],
  path: Path,
  read: (value: unknown) => number | undefined,
): Sized | undefined => {
  const found = at(object, ...path);
  const value = read(found);
  return value === undefined
    ? undefined
    : { value, text: compact(found), origin: origin(place, path) };
};

const whole = (value: unknown): number | undefined => {
  const cores = parseQuantity(value);
  return cores === undefined ? undefined : Math.ceil(cores);
};

const INSTANCETYPE = ['spec', 'instancetype', 'name'] as const;

/** What the machine's instance type gives; `unknown` when there is one that could not be read. */
export const instancetypeOf = (
  vm: KubeObject,
  sizeOf: SizeSource | undefined,
): InstancetypeFacts | 'unknown' | undefined => {
  const name = textAt(vm, ...INSTANCETYPE);
  if (name === undefined) return undefined;
  const kind = textAt(vm, 'spec', 'instancetype', 'kind') ?? 'VirtualMachineClusterInstancetype';
  return sizeOf?.(kind, textAt(vm, 'metadata', 'namespace') ?? '', name) ?? 'unknown';
};

const fromInstancetype = (vm: KubeObject, sizeOf: SizeSource | undefined): Size => {
  const given = instancetypeOf(vm, sizeOf);
  const found = given === 'unknown' ? undefined : given;
  const place = { text: textAt(vm, ...INSTANCETYPE) ?? '', origin: origin('vm', INSTANCETYPE) };
  return {
    ...(found?.vcpu === undefined ? {} : { vcpu: { value: found.vcpu, ...place } }),
    ...(found?.memory === undefined ? {} : { memory: { value: found.memory, ...place } }),
  };
};

/** Without any statement of CPU, KubeVirt gives one vCPU. */
const defaultCpu = (vm: KubeObject): Sized | undefined =>
  textAt(vm, ...INSTANCETYPE) === undefined && isRecord(at(vm, ...DOMAIN))
    ? { value: 1, text: '', origin: origin('vm', [...DOMAIN, 'cpu']) }
    : undefined;

/**
 * vCPU and memory (bytes): what the running instance has now, else what the VirtualMachine asks
 * for, else its instance type's. Not there when none of these could be read.
 */
export const readSize = (vm: KubeObject, vmi?: KubeObject, sizeOf?: SizeSource): Size => {
  const named = fromInstancetype(vm, sizeOf);
  const vcpu =
    sized(vmi, 'vmi', ['status', 'currentCPUTopology'], topology) ??
    sized(vm, 'vm', [...DOMAIN, 'cpu'], topology) ??
    named.vcpu ??
    sized(vm, 'vm', [...DOMAIN, 'resources', 'limits', 'cpu'], whole) ??
    sized(vm, 'vm', [...DOMAIN, 'resources', 'requests', 'cpu'], whole) ??
    sized(vmi, 'vmi', ['spec', 'domain', 'cpu'], topology) ??
    defaultCpu(vm);
  const memory =
    sized(vmi, 'vmi', ['status', 'memory', 'guestCurrent'], parseQuantity) ??
    sized(vm, 'vm', [...DOMAIN, 'memory', 'guest'], parseQuantity) ??
    named.memory ??
    sized(vm, 'vm', [...DOMAIN, 'resources', 'requests', 'memory'], parseQuantity) ??
    sized(vmi, 'vmi', ['spec', 'domain', 'memory', 'guest'], parseQuantity);
  return { ...(vcpu === undefined ? {} : { vcpu }), ...(memory === undefined ? {} : { memory }) };
};
