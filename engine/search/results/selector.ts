import { say, type Message } from '../../messages';
import type { Predicate } from '../types';

/** Commas inside parentheses separate values, the others terms. */
const terms = (selector: string): string[] => {
  const found: string[] = [''];
  let depth = 0;
  for (const char of selector) {
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    if (char === ',' && depth === 0) found.push('');
    else found[found.length - 1] = `${found.at(-1) ?? ''}${char}`;
  }
  return found.map((term) => term.trim()).filter((term) => term !== '');
};

const label = (op: string, value: unknown): Predicate => ({ field: 'label', op, value });

const KEY = String.raw`([A-Za-z0-9][\w./-]{0,316})`;
const SET = new RegExp(String.raw`^${KEY}\s+(in|notin)\s*\(([^()]*)\)$`);
const EQUALITY = new RegExp(String.raw`^${KEY}\s*(==|=|!=)\s*([\w.-]{0,63})$`);
const EXISTENCE = new RegExp(String.raw`^(!?)\s*${KEY}$`);

const parseTerm = (term: string): Predicate | Message => {
  const set = SET.exec(term);
  if (set !== null) {
    const values = (set[3] ?? '').split(',').map((value) => `${set[1] ?? ''}=${value.trim()}`);
    return set[2] === 'in' ? label('in', values) : { not: label('in', values) };
  }
  const equality = EQUALITY.exec(term);
  if (equality !== null) {
    const leaf = label('is', `${equality[1] ?? ''}=${equality[3] ?? ''}`);
    return equality[2] === '!=' ? { not: leaf } : leaf;
  }
  const existence = EXISTENCE.exec(term);
  if (existence !== null) {
    const leaf = label('has', existence[2]);
    return existence[1] === '!' ? { not: leaf } : leaf;
  }
  return say(
    'labelSelector cannot hold “{{value}}”. Allowed: key=value, key!=value, key in (a,b), key, !key.',
    {
      value: term.slice(0, 40),
    },
  );
};

/** A Kubernetes label selector as constraints. */
export const parseSelector = (selector: string): (Predicate | Message)[] =>
  terms(selector).map(parseTerm);
