import { withoutNames, type Facts } from './facts';
import { isName, isNamespace, isPath, scopes, type Parameter } from './parameters';
import { contentWords, isFunctionWord, sameWord, wordsOf } from './words';

const identifier = /^[\p{L}\p{N}][\p{L}\p{N}._:/-]*$/u;

/** "Virtual machine" stands for `vmName` by its initials, or because the description says so. */
const speaksOf = (parameter: Parameter, key: readonly string[]): boolean => {
  const initials = key.map(([first]) => first).join('');
  const told = [...parameter.words, ...wordsOf(parameter.description)];
  return (
    (key.length > 1 && parameter.words.includes(initials)) ||
    key.every((word) => told.includes(word))
  );
};

/** A `key: value` line: under the parameter's own name, else under what a name parameter names. */
const fromPairs = (parameter: Parameter, { pairs }: Facts): string | undefined => {
  const whole = parameter.words.join(' ');
  const last = parameter.words.at(-1) ?? '';
  const own = pairs.find(({ key }) => key.join(' ') === whole);
  if (own) return own.value;
  if (isNamespace(parameter)) return pairs.find(({ key }) => scopes.has(key.at(-1) ?? ''))?.value;
  if (!isName(parameter)) return undefined;
  const named = pairs.filter(({ value }) => identifier.test(value) && !value.includes('/'));
  const found =
    named.find(({ key }) => key.at(-1) === last) ??
    named.find(({ key }) => speaksOf(parameter, key));
  return found?.value;
};

const fromNamespaced = (parameter: Parameter, { namespaced }: Facts): string | undefined => {
  const [first] = namespaced;
  if (isNamespace(parameter)) return first?.namespace;
  return isName(parameter) ? first?.name : undefined;
};

/** The words that announce a value: of `vmName` both "vm" and "name", of `city` "city". */
const announcers = (parameter: Parameter): string[] => {
  if (isNamespace(parameter)) return ['namespace', 'project'];
  return isName(parameter) ? ['named', 'called', ...parameter.words] : [...parameter.words];
};

const looksLikeName = (word: string): boolean => /[-\d./_]/.test(word);

/**
 * "in namespace prod", "in the prod namespace", "file notes.txt". A plain word counts only where a
 * preposition or "named" leads up to it, and a machine's name only when it looks like one.
 */
const fromWording = (parameter: Parameter, { question }: Facts): string | undefined => {
  const words = question.split(/\s+/).map((word) => word.replace(/^["'`(]+|["'`),.;:?!]+$/g, ''));
  const names = announcers(parameter);
  for (const [index, word] of words.entries()) {
    if (!names.includes(word.toLowerCase())) continue;
    const next = words[index + 1] ?? '';
    const before = words[index - 1] ?? '';
    const led =
      /^(in|for|from|of|at|on|under|the|inside)$/i.test(before) || /^(named|called)$/i.test(word);
    const plainAllowed = led && (!isName(parameter) || /^(named|called)$/i.test(word));
    // "the VM shop/web": the name is one part of it only, and read as such.
    const paired = isName(parameter) && next.includes('/');
    const usable = identifier.test(next) && !isFunctionWord(next) && !paired;
    if (usable && (looksLikeName(next) || plainAllowed)) return next;
    const inFront = identifier.test(before) && !isFunctionWord(before);
    const article = /^(in|the|from)$/i.test(words[index - 2] ?? '');
    if (isNamespace(parameter) && inFront && article) return before;
  }
  return undefined;
};

const fromLiterals = (
  parameter: Parameter,
  facts: Facts,
  taken: readonly string[],
): string | undefined => {
  const free = [...facts.quoted, ...facts.literals].filter((piece) => !taken.includes(piece));
  if (isPath(parameter)) return free.find((piece) => /[./]/.test(piece) && !/\s/.test(piece));
  return isName(parameter)
    ? free.find((piece) => identifier.test(piece) && !piece.includes('/'))
    : undefined;
};

/** A string the question states for this parameter, by the most explicit wording first. */
export const statedText = (
  parameter: Parameter,
  facts: Facts,
  taken: readonly string[],
): string | undefined =>
  fromPairs(parameter, facts) ??
  fromWording(parameter, facts) ??
  fromNamespaced(parameter, facts) ??
  fromLiterals(parameter, facts, taken);

/** What is left for a required string nobody named: the one quotation, proper noun or literal. */
export const onlyCandidate = (
  parameter: Parameter,
  facts: Facts,
  taken: readonly string[],
): string | undefined => {
  const fits = (piece: string): boolean => !isName(parameter) || identifier.test(piece);
  const used = (piece: string): boolean =>
    taken.some((value) => value === piece || value.includes(piece));
  for (const pool of [facts.quoted, facts.proper, facts.literals]) {
    const free = [...new Set(pool)].filter((piece) => fits(piece) && !used(piece));
    if (free.length > 0) return free.length === 1 ? free[0] : undefined;
  }
  return undefined;
};

/** The allowed value that occurs in the question. */
export const statedChoice = ({ choices }: Parameter, facts: Facts): string | undefined => {
  const words = [...contentWords(withoutNames(facts.question, facts))];
  return choices.find((choice) => {
    if (facts.literals.includes(choice)) return true;
    const parts = wordsOf(choice);
    return parts.length > 0 && parts.every((part) => words.some((word) => sameWord(part, word)));
  });
};

/** "3 days", "days: 3" or "limit 5"; for a required one the only number there is. */
export const statedNumber = (
  { words, required }: Parameter,
  { question }: Facts,
): number | undefined => {
  const tokens = question.split(/[\s:=,]+/).map((token) => token.replace(/[.?!]+$/, ''));
  const isNumber = (token: string | undefined): token is string =>
    /^-?\d+(\.\d+)?$/.test(token ?? '');
  for (const [index, token] of tokens.entries()) {
    if (!words.some((word) => sameWord(word, token.toLowerCase()))) continue;
    const near = [tokens[index + 1], tokens[index - 1]].find(isNumber);
    if (near !== undefined) return Number(near);
  }
  const numbers = tokens.filter(isNumber);
  return required && numbers.length === 1 ? Number(numbers[0]) : undefined;
};

/** A switch is set when every word of its name is in the question. */
export const statedFlag = ({ words }: Parameter, { question }: Facts): true | undefined => {
  const said = [...contentWords(question)];
  return words.every((word) => said.some((other) => sameWord(word, other))) ? true : undefined;
};
