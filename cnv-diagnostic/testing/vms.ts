import type { KubeObject } from '@cnv-ai/engine/kubernetes';

/** A VirtualMachine as the API server gives it, enough of it to be found and diagnosed. */
export const virtualMachine = (
  namespace: string,
  name: string,
  printableStatus = 'Stopped',
): KubeObject => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: {
    namespace,
    name,
    uid: `uid-${namespace}-${name}`,
    resourceVersion: '7',
    creationTimestamp: '2026-01-02T03:04:05Z',
    managedFields: [{ manager: 'oc' }],
    annotations: {
      'kubectl.kubernetes.io/last-applied-configuration': '{"canary":"applied"}',
      note: 'kept',
    },
  },
  spec: {
    runStrategy: printableStatus === 'Stopped' ? 'Halted' : 'Always',
    template: { spec: { domain: { cpu: { cores: 2 }, memory: { guest: '4Gi' }, devices: {} } } },
  },
  status: { printableStatus },
});

/** A VM that cannot start because the instance type it names does not exist. */
export const brokenMachine = (home: string, name: string): KubeObject => {
  const instancetype = { kind: 'VirtualMachineInstancetype', name: 'gone' };
  return {
    ...virtualMachine(home, name),
    spec: { runStrategy: 'Always', instancetype, template: { spec: { domain: { devices: {} } } } },
    status: {
      printableStatus: 'Stopped',
      conditions: [
        {
          type: 'Failure',
          status: 'True',
          reason: 'FailedFindInstancetype',
          message: 'virtualmachineinstancetypes.instancetype.kubevirt.io "gone" not found',
        },
      ],
    },
  };
};

export const namespace = (name: string, labels: Record<string, string> = {}): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, uid: `uid-${name}`, labels },
});
