import type { Terminal } from './terminal';

/** Before the first line, and between two of them, in milliseconds. */
const QUIET = 1_000;

/** Says on standard error how far long work is; short work says nothing. */
export const progressOn = ({ err }: Pick<Terminal, 'err'>): ((line: string) => void) => {
  let last = performance.now();
  return (line) => {
    const now = performance.now();
    if (now - last < QUIET) return;
    last = now;
    err(`${line}\n`);
  };
};
