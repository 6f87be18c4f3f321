import type { Message } from '../messages';
import { say } from '../messages';
import { RULES } from './rules';
import type { Stage } from './stages';

/** A cause a diagnosis can name. Those without a stage come with their verdict. */
export type Failure = { readonly id: string; readonly title: Message; readonly stage?: Stage };

const BY_VERDICT: readonly Failure[] = [
  { id: 'insufficient-rbac', title: say('You may not read what this diagnosis rests on') },
  { id: 'kubevirt-not-installed', title: say('OpenShift Virtualization is not installed') },
  { id: 'vm-not-found', title: say('No VirtualMachine of this name exists in this project') },
];

/** Every cause, by id. */
export const FAILURES: readonly Failure[] = [
  ...RULES.map(({ id, title, stage }) => ({ id, title, stage })),
  ...BY_VERDICT,
].sort((a, b) => (a.id < b.id ? -1 : 1));
