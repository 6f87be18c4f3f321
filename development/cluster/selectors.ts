import { badRequest } from './status';

type Labels = Readonly<Record<string, string>>;
export type LabelTest = (labels: Labels) => boolean;

const KEY = String.raw`(?:[A-Za-z0-9][-A-Za-z0-9_.]*/)?[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?`;
const VALUE = String.raw`(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?)?`;
const EQUALITY = new RegExp(`^(${KEY})\\s*(==|=|!=)\\s*(${VALUE})$`);
const SET = new RegExp(`^(${KEY})\\s+(in|notin)\\s*\\(([^()]*)\\)$`);
const EXISTS = new RegExp(`^(!?)\\s*(${KEY})$`);
const WHOLE_VALUE = new RegExp(`^${VALUE}$`);

/** Splits at commas outside parentheses. */
const terms = (selector: string): string[] =>
  selector.split(/,(?![^(]*\))/).map((term) => term.trim());

const broken = (selector: string, term: string) =>
  badRequest(`unable to parse requirement: found '${term}' in the selector "${selector}"`);

const setTest = (selector: string, [, key = '', operator, list = '']: string[]): LabelTest => {
  const values = list.split(',').map((value) => value.trim());
  const bad = values.find((value) => !WHOLE_VALUE.test(value));
  if (bad !== undefined) throw broken(selector, bad);
  return (labels) => {
    const value = labels[key];
    return (value !== undefined && values.includes(value)) === (operator === 'in');
  };
};

const termTest = (selector: string, term: string): LabelTest => {
  const equality = EQUALITY.exec(term);
  if (equality) {
    const [, key = '', operator, value] = equality;
    return (labels) => (labels[key] === value) === (operator !== '!=');
  }
  const set = SET.exec(term);
  if (set) return setTest(selector, [...set]);
  const exists = EXISTS.exec(term);
  if (exists) {
    const [, not, key = ''] = exists;
    return (labels) => Object.hasOwn(labels, key) === (not === '');
  }
  throw broken(selector, term);
};

/** Equality, set and existence requirements, all of which must hold. A bad one is a 400. */
export const labelTest = (selector: string): LabelTest => {
  if (selector.trim() === '') return () => true;
  const tests = terms(selector).map((term) => termTest(selector, term));
  return (labels) => tests.every((test) => test(labels));
};
