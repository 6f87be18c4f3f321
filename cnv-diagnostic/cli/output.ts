import { stringify } from 'yaml';
import { choice, type Options, type OptionSpecs } from './options';

export type Format = 'text' | 'json' | 'yaml' | 'markdown';

export const OUTPUT: OptionSpecs = {
  output: { type: 'string', short: 'o', value: 'FORMAT', help: 'text (default), json or yaml' },
};

/** Of commands whose answer can be shared as a page. */
export const REPORT: OptionSpecs = {
  output: {
    type: 'string',
    short: 'o',
    value: 'FORMAT',
    help: 'text (default), json, yaml, or markdown: a page to share',
  },
};

export const formatOf = (
  options: Options,
  formats: readonly Format[] = ['text', 'json', 'yaml'],
): Format => choice('--output', options.text('output'), formats, 'text');

export const REPORT_FORMATS: readonly Format[] = ['text', 'json', 'yaml', 'markdown'];

/** A result for programs; `undefined` when it is wanted for people. */
export const serialised = (value: unknown, format: Format): string | undefined => {
  if (format === 'json') return `${JSON.stringify(value, undefined, 2)}\n`;
  if (format === 'yaml') return stringify(value, { aliasDuplicateObjects: false });
  return undefined;
};
