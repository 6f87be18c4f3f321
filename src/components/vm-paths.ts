/** The console's name for the kind. */
export const VIRTUAL_MACHINE = { group: 'kubevirt.io', version: 'v1', kind: 'VirtualMachine' };

/** The console's path of a VirtualMachine's details. */
export const vmPath = (namespace: string, name: string): string =>
  `/k8s/ns/${encodeURIComponent(namespace)}/kubevirt.io~v1~VirtualMachine/${encodeURIComponent(name)}`;

/** The path of the console's own list, with only this one in it; every version reads `name`. */
export const listPath = (namespace: string, name: string): string =>
  `/k8s/ns/${encodeURIComponent(namespace)}/kubevirt.io~v1~VirtualMachine?tab=vms&name=${encodeURIComponent(name)}`;

/** The path of its AI diagnosis tab. */
export const diagnosisPath = (namespace: string, name: string): string =>
  `${vmPath(namespace, name)}/ai-diagnosis`;
