import { kindsOf } from '../vocabulary';
import type { Rule } from './draft';
import { has } from './items';
import { skipFillers } from './skip';

/** "memory of web-01": one looks at a machine, whatever is to be seen of it. */
export const askedOfRule: Rule = ({ items, vocabulary, negated }, at) => {
  if (negated || !has(items[at], 'field') || items[at + 1]?.text !== 'of') return undefined;
  const name = skipFillers(items, at + 1);
  const kinds = kindsOf(vocabulary, items[name]?.text ?? '');
  return kinds.length === 1 && kinds[0] === 'name' ? { next: name } : undefined;
};
