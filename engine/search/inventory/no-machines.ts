import { say, type Message } from '../../messages';
import type { Failure } from './lists';

const UNAVAILABLE = say('The VirtualMachines cannot be read now. Try again in a moment.');
const NOT_INSTALLED = say(
  'The cluster serves no VirtualMachines: OpenShift Virtualization is not installed.',
);
const FORBIDDEN_ANYWHERE = say(
  'You may not list VirtualMachines in any project. Ask for the view role in a project.',
);
const FORBIDDEN_THERE = say(
  'You may not list VirtualMachines in the projects you ask about. Ask for the view role there.',
);

/** Why no VM could be read at all; `asked` are the only namespaces the question is about, if any. */
export const noMachines = (reason: Failure['reason'], asked: readonly string[] = []): Message => {
  if (reason === 'not_installed') return NOT_INSTALLED;
  if (reason !== 'forbidden') return UNAVAILABLE;
  return asked.length === 0 ? FORBIDDEN_ANYWHERE : FORBIDDEN_THERE;
};
