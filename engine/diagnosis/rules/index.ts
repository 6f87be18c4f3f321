// Written by `npm run generate`; a test fails when it is stale.
import type { Rule } from '../rule';
import { nadMissing } from './pod/nad-missing';
import { vmStoppedByUser } from './vm/vm-stopped-by-user';

export const RULES: readonly Rule[] = [nadMissing, vmStoppedByUser];
