import type { Options, OptionSpecs } from './options';
import type { Terminal } from './terminal';

/** 0 answered, 1 problem found, 2 could not answer. */
export type ExitCode = 0 | 1 | 2;

export type Command = {
  readonly name: string;
  /** What follows the name: `"<sentence>"`. */
  readonly usage: string;
  readonly summary: string;
  readonly options: OptionSpecs;
  readonly notes?: readonly string[];
  run(options: Options, terminal: Terminal): Promise<ExitCode>;
};
