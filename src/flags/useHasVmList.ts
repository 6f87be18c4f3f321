import { useFlag } from '@openshift-console/dynamic-plugin-sdk';
import { KUBEVIRT_DYNAMIC } from './names';

/** Whether the console has a list of VirtualMachines that is not ours, and reads filters of links. */
export const useHasVmList = (): boolean => useFlag(KUBEVIRT_DYNAMIC);
