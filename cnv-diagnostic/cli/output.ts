import { stringify } from 'yaml';
import { choice, type Options, type OptionSpecs } from './options';

export type Format = 'text' | 'json' | 'yaml';

export const OUTPUT: OptionSpecs = {
  output: { type: 'string', short: 'o', value: 'FORMAT', help: 'text (default), json or yaml' },
};

export const formatOf = (options: Options): Format =>
  choice('--output', options.text('output'), ['text', 'json', 'yaml'], 'text');

/** A result for programs; `undefined` when it is wanted as text. */
export const serialised = (value: unknown, format: Format): string | undefined => {
  if (format === 'json') return `${JSON.stringify(value, undefined, 2)}\n`;
  if (format === 'yaml') return stringify(value, { aliasDuplicateObjects: false });
  return undefined;
};
