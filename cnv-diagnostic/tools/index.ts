import { diagnoseVmError } from './diagnose-vm-error';
import { explainVmStatus } from './explain-vm-status';
import { searchVmsSemantic } from './search-vms-semantic';
import type { Tool } from './tool';

/** Every tool this server has. A new one is its declaration file and a line here. */
export const CATALOGUE: readonly Tool[] = [diagnoseVmError, explainVmStatus, searchVmsSemantic];
