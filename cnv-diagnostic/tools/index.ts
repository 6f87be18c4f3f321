import { checkVmDependencies } from './check-vm-dependencies';
import { checkVmStorage } from './check-vm-storage';
import { diagnoseVmError } from './diagnose-vm-error';
import { diagnoseVmFleet } from './diagnose-vm-fleet';
import { explainVmStatus } from './explain-vm-status';
import { getVmTimeline } from './get-vm-timeline';
import { searchVmsSemantic } from './search-vms-semantic';
import { suggestVmFix } from './suggest-vm-fix';
import type { Tool } from './tool';

/** Every tool this server has. A new one is its declaration file and a line here. */
export const CATALOGUE: readonly Tool[] = [
  checkVmDependencies,
  checkVmStorage,
  diagnoseVmError,
  diagnoseVmFleet,
  explainVmStatus,
  getVmTimeline,
  searchVmsSemantic,
  suggestVmFix,
];
