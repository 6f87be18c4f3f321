import type { Facts } from './facts';
import { isNamespace, parametersOf, wantsSentence, type Parameter } from './parameters';
import { userSentence } from './sentence';
import { onlyCandidate, statedChoice, statedFlag, statedNumber, statedText } from './values';

export type Filled = {
  args: Record<string, unknown>;
  /** Required parameters for which the question has no value: the tool cannot be called. */
  missing: string[];
  /** How many values were found literally, not counting the sentence itself. */
  stated: number;
};

const statedValue = (parameter: Parameter, facts: Facts, taken: readonly string[]): unknown => {
  if (parameter.choices.length > 0) {
    const [first, ...others] = parameter.choices;
    return (
      statedChoice(parameter, facts) ??
      (others.length === 0 && parameter.required ? first : undefined)
    );
  }
  switch (parameter.type) {
    case 'string':
      return statedText(parameter, facts, taken);
    case 'array': {
      const text = statedText(parameter, facts, taken);
      return text === undefined ? undefined : [text];
    }
    case 'number':
      return statedNumber(parameter, facts);
    case 'boolean':
      return statedFlag(parameter, facts);
    case 'other':
      return undefined;
  }
};

const sentenceFor = (parameters: readonly Parameter[]): Parameter | undefined =>
  parameters.filter(wantsSentence).sort((a, b) => Number(b.required) - Number(a.required))[0];

/**
 * Fills a tool's arguments from what the question says. Where a tool takes the sentence as its main
 * input, it reads the rest from it: only what it requires is filled beside.
 */
export const fillArguments = (inputSchema: unknown, facts: Facts): Filled => {
  const parameters = parametersOf(inputSchema);
  const free = sentenceFor(parameters);
  const needsOthers = parameters.some((each) => each.required && each !== free);
  const readsSentence = free !== undefined && !needsOthers;
  const filled: Filled = { args: {}, missing: [], stated: 0 };
  const taken: string[] = [];
  // A namespace is announced by its own word; what it takes is no name of anything in it.
  const namespaces = parameters.filter(isNamespace);
  for (const parameter of [...namespaces, ...parameters.filter((each) => !isNamespace(each))]) {
    if (parameter === free || (readsSentence && !parameter.required)) continue;
    const value = statedValue(parameter, facts, taken);
    if (value === undefined) continue;
    filled.args[parameter.name] = value;
    filled.stated += 1;
    if (typeof value === 'string') taken.push(value);
  }
  if (free) {
    const sentence = userSentence(facts);
    if (sentence !== '' && sentence.length <= free.maxLength) filled.args[free.name] = sentence;
  }
  const open = parameters.filter(({ name, required }) => required && !(name in filled.args));
  const [single, ...others] = open;
  if (
    single?.type === 'string' &&
    single.choices.length === 0 &&
    others.length === 0 &&
    !wantsSentence(single)
  ) {
    const value = onlyCandidate(single, facts, taken);
    if (value !== undefined) filled.args[single.name] = value;
  }
  filled.missing = open
    .filter(({ name, hasDefault }) => !hasDefault && !(name in filled.args))
    .map(({ name }) => name);
  return filled;
};
