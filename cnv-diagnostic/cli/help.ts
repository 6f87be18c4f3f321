import type { Command } from './command';
import type { OptionSpecs } from './options';
import { wrap } from './terminal';

const optionLines = (specs: OptionSpecs): string[] =>
  Object.entries(specs).map(([name, { short, value, help, env }]) => {
    const flags = `${short === undefined ? '    ' : `-${short}, `}--${name}`;
    const left = `  ${flags}${value === undefined ? '' : ` ${value}`}`;
    const text = env === undefined ? help : `${help} [${env}]`;
    return wrap(text, ' '.repeat(30), left.padEnd(30));
  });

export const HELP_OPTION: OptionSpecs = {
  help: { type: 'boolean', short: 'h', help: 'show this help' },
};

export const commandHelp = ({ name, usage, summary, options, notes = [] }: Command): string =>
  [
    wrap(summary),
    '',
    `Usage: cnv-diagnostic ${name}${usage === '' ? '' : ` ${usage}`} [options]`,
    '',
    'Options ([NAME] is the environment variable read when the flag is absent):',
    ...optionLines({ ...options, ...HELP_OPTION }),
    ...(notes.length === 0 ? [] : ['', ...notes.map((note) => wrap(note))]),
    '',
  ].join('\n');

export const generalHelp = (commands: readonly Command[]): string =>
  [
    wrap('Finds KubeVirt virtual machines and explains why one does not work.'),
    '',
    'Usage: cnv-diagnostic [command] [options]',
    '',
    'Commands:',
    ...commands.map(({ name, usage, summary }) =>
      wrap(summary, ' '.repeat(30), `  ${name} ${usage}`.padEnd(30)),
    ),
    '',
    wrap('Exit code: 0 answered, 1 problem found (diagnose only), 2 could not answer.'),
    wrap('"cnv-diagnostic <command> --help" lists the options of a command.'),
    '',
  ].join('\n');
