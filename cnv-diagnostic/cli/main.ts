import { SetupError } from '../kubernetes/cluster';
import { VERSION } from '../version';
import type { Command, ExitCode } from './command';
import { diagnose } from './diagnose';
import { fleet } from './fleet';
import { commandHelp, generalHelp, HELP_OPTION } from './help';
import { readOptions } from './options';
import { search } from './search';
import { serve } from './serve';
import { stdio } from './stdio';
import type { Terminal } from './terminal';

const COMMANDS: readonly Command[] = [serve, stdio, search, diagnose, fleet];

const pick = (args: readonly string[]): { command: Command; rest: readonly string[] } => {
  const [first = '', ...rest] = args;
  const command = COMMANDS.find(({ name }) => name === first);
  if (command !== undefined) return { command, rest };
  if (first !== '' && !first.startsWith('-')) {
    const names = COMMANDS.map(({ name }) => name).join(', ');
    throw new SetupError(`There is no command "${first.slice(0, 40)}"; there are ${names}.`);
  }
  return { command: serve, rest: args };
};

const dispatch = async (args: readonly string[], terminal: Terminal): Promise<ExitCode> => {
  const [first] = args;
  if (first === '--help' || first === '-h' || first === 'help') {
    terminal.out(generalHelp(COMMANDS));
    return 0;
  }
  if (first === '--version') {
    terminal.out(`${VERSION}\n`);
    return 0;
  }
  const { command, rest } = pick(args);
  const options = readOptions(rest, { ...command.options, ...HELP_OPTION }, terminal.env);
  if (options.flag('help')) {
    terminal.out(commandHelp(command));
    return 0;
  }
  return command.run(options, terminal);
};

/** Runs one command line and answers its exit code; an error is one sentence on standard error. */
export const main = async (args: readonly string[], terminal: Terminal): Promise<ExitCode> => {
  try {
    return await dispatch(args, terminal);
  } catch (error) {
    terminal.err(
      error instanceof SetupError
        ? `${error.message}\n`
        : 'Something in this program went wrong; run it again and report it if it stays.\n',
    );
    return 2;
  }
};
