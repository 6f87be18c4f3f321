import { parseArgs, type ParseArgsConfig } from 'node:util';
import { SetupError } from '../kubernetes/cluster';

export type OptionSpec = {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly multiple?: boolean;
  /** Environment variable read when the flag is not given. */
  readonly env?: string;
  readonly value?: string;
  readonly help: string;
};

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** What was given: flags first, then the environment. */
export type Options = {
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
  flag(name: string): boolean;
  readonly words: readonly string[];
};

const parserOptions = (specs: OptionSpecs): NonNullable<ParseArgsConfig['options']> =>
  Object.fromEntries(
    Object.entries(specs).map(([name, { type, short, multiple }]) => [
      name,
      { type, ...(short === undefined ? {} : { short }), ...(multiple ? { multiple } : {}) },
    ]),
  );

const parse = (args: readonly string[], specs: OptionSpecs) => {
  try {
    return parseArgs({ args: [...args], options: parserOptions(specs), allowPositionals: true });
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : '').split('. ');
    throw new SetupError(`${(reason ?? '').replace(/\.$/, '')}; see --help.`);
  }
};

/** Reads a command's words and options. Throws `SetupError` for an unknown one. */
export const readOptions = (
  args: readonly string[],
  specs: OptionSpecs,
  env: NodeJS.ProcessEnv,
): Options => {
  const { values, positionals } = parse(args, specs);
  const fallback = (name: string): string | undefined => {
    const variable = specs[name]?.env;
    const value = variable === undefined ? undefined : env[variable];
    return value === '' ? undefined : value;
  };
  const all = (name: string): readonly string[] => {
    const value = values[name];
    const given = Array.isArray(value) ? value : value === undefined ? [] : [value];
    return given.filter((entry) => typeof entry === 'string');
  };
  return {
    text: (name) => all(name).at(-1) ?? fallback(name),
    texts: (name) => all(name),
    flag: (name) => values[name] === true,
    words: positionals,
  };
};

/** One of a few words, or a `SetupError` that lists them. */
export const choice = <T extends string>(
  name: string,
  value: string | undefined,
  choices: readonly T[],
  usual: NoInfer<T>,
): T => {
  if (value === undefined) return usual;
  const found = choices.find((entry) => entry === value);
  if (found === undefined) {
    throw new SetupError(`${name} is "${value}"; it can be ${choices.join(', ')}.`);
  }
  return found;
};

/** A whole number within bounds, or a `SetupError`. */
export const wholeNumber = (
  name: string,
  value: string | undefined,
  [least, most]: readonly [number, number],
): number | undefined => {
  if (value === undefined) return undefined;
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (Number.isNaN(number) || number < least || number > most) {
    throw new SetupError(`${name} is "${value}"; give a whole number from ${least} to ${most}.`);
  }
  return number;
};
