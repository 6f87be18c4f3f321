import { main } from '../cli/main';

/** Runs a command line and answers what a shell would see. */
export const runCommand = async (
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  colour = false,
) => {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(args, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    colour,
    env,
  });
  return { code, out: out.join(''), err: err.join('') };
};
