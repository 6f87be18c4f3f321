import { annotationsOf, at, type KubeObject } from '../../kubernetes';

const OS_ANNOTATION = 'vm.kubevirt.io/os';

const pick = (source: unknown, ...keys: string[]): Record<string, unknown> =>
  Object.fromEntries(
    keys.map((key) => [key, at(source, key)] as const).filter(([, value]) => value !== undefined),
  );

const osAnnotation = (object: unknown): Record<string, string> => {
  const text = annotationsOf(object)[OS_ANNOTATION];
  return text === undefined ? {} : { [OS_ANNOTATION]: text };
};

const metadata = (object: unknown): Record<string, unknown> => ({
  ...pick(at(object, 'metadata'), 'name', 'namespace', 'uid', 'labels', 'creationTimestamp'),
  annotations: osAnnotation(object),
});

/** A VirtualMachine with only what records need: no volumes, no cloud-init, no managed fields. */
export const slimMachine = (vm: KubeObject): KubeObject => {
  const template = at(vm, 'spec', 'template');
  return {
    metadata: metadata(vm),
    spec: {
      ...pick(at(vm, 'spec'), 'runStrategy', 'running', 'instancetype', 'preference'),
      template: {
        metadata: { annotations: osAnnotation(template) },
        spec: { domain: pick(at(template, 'spec', 'domain'), 'cpu', 'memory', 'resources') },
      },
    },
    status: pick(at(vm, 'status'), 'printableStatus', 'runStrategy', 'conditions'),
  };
};

const STATUS = [
  'nodeName',
  'phase',
  'interfaces',
  'phaseTransitionTimestamps',
  'guestOSInfo',
  'currentCPUTopology',
  'memory',
  'conditions',
];

/** A VirtualMachineInstance with only what records need. */
export const slimInstance = (vmi: KubeObject): KubeObject => ({
  metadata: pick(at(vmi, 'metadata'), 'name', 'namespace', 'uid'),
  spec: { domain: pick(at(vmi, 'spec', 'domain'), 'cpu', 'memory') },
  status: pick(at(vmi, 'status'), ...STATUS),
});
