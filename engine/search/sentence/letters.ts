import type { Rule } from './draft';
import { has } from './items';

const TICKETS: ReadonlySet<string> = new Set(['ticket', 'incident', 'case', 'jira', 'issue']);

/** "INC0012345", "CHG4711". */
const NUMBER = /^(?:inc|chg|req|ritm|prb|task|ops|itsm|sr|cr)-?\d{3,12}$/;

/** "Ticket 4711: …": where the question is kept, which says nothing of machines. */
export const ticketRule: Rule = ({ items }, at) => {
  const text = items[at]?.text ?? '';
  if (NUMBER.test(text)) return { next: at + 1 };
  const begins = items.slice(0, at).every((item) => has(item, 'filler'));
  return begins && TICKETS.has(text) && /^#?[a-z]{0,6}-?\d{1,12}$/.test(items[at + 1]?.text ?? '')
    ? { next: at + 2 }
    : undefined;
};

const LEFT: ReadonlySet<string> = new Set(['left', 'still left', 'remaining', 'around']);

const STILL: ReadonlySet<string> = new Set(['left', 'still left', 'remaining']);

/** "any RHEL 7 left?", "what is left running": talk, where something else is asked for. */
export const leftRule: Rule = ({ items, previous }, at) => {
  const text = items[at]?.text ?? '';
  const last = previous !== undefined && at === items.length - 1 && LEFT.has(text);
  const told = at > 0 && STILL.has(text) && has(items[at + 1], 'value', 'place', 'within');
  return last || told ? { next: at + 1 } : undefined;
};
