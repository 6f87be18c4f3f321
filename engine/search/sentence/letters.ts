import { kindsOf } from '../vocabulary';
import type { Rule } from './draft';
import { has } from './items';
import { isSymbol } from './skip';

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

const CLOSINGS: ReadonlySet<string> = new Set([
  ...['thanks', 'thank you', 'thx', 'many thanks', 'cheers', 'regards', 'best regards', 'br'],
  ...['kind regards', 'best wishes', 'danke', 'vielen dank', 'danke schön', 'gruß', 'mfg'],
  ...['gracias', 'muchas gracias', 'saludos', 'merci', 'merci beaucoup', 'cordialement'],
]);

/** "Thanks, Bob" at the end: who asks, not whose machines are asked for. */
export const signatureRule: Rule = ({ items, vocabulary }, at) => {
  if (at === 0 || !CLOSINGS.has(items[at]?.text ?? '')) return undefined;
  const [comma, name, ...more] = items.slice(at + 1);
  const signed =
    isSymbol(comma, ',') &&
    name?.kind === 'word' &&
    name.senses.length === 0 &&
    kindsOf(vocabulary, name.text).length === 0;
  return signed && more.length === 0 ? { next: items.length } : undefined;
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
