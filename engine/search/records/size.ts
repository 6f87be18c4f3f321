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

/** CPU and memory of an instance type by kind, namespace and name. */
export type SizeSource = (
  kind: string,
  namespace: string,
  name: string,
) => { vcpu?: number; memory?: number } | undefined;

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

const fromInstancetype = (vm: KubeObject, sizeOf: SizeSource | undefined): Size => {
  const name = textAt(vm, ...INSTANCETYPE) ?? '';
  const kind = textAt(vm, 'spec', 'instancetype', 'kind') ?? 'VirtualMachineClusterInstancetype';
  const found = sizeOf?.(kind, textAt(vm, 'metadata', 'namespace') ?? '', name);
  const place = { text: name, origin: origin('vm', INSTANCETYPE) };
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
