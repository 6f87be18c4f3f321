import type { Rule } from './draft';
import { has } from './items';

const TICKETS: ReadonlySet<string> = new Set(['ticket', 'incident', 'case', 'jira', 'issue']);

/** "INC0012345", "CHG4711". */
const NUMBER = /^(?:inc|chg|req|ritm|prb|task)\d{4,12}$/;

/** "Ticket 4711: …": where the question is kept, which says nothing of machines. */
export const ticketRule: Rule = ({ items }, at) => {
  const text = items[at]?.text ?? '';
  if (NUMBER.test(text)) return { next: at + 1 };
  const begins = items.slice(0, at).every((item) => has(item, 'filler'));
  return begins && TICKETS.has(text) && /^#?[a-z]{0,6}-?\d{1,12}$/.test(items[at + 1]?.text ?? '')
    ? { next: at + 2 }
    : undefined;
};
