import { spawn } from 'node:child_process';

type Check = { readonly name: string; readonly command: readonly string[] };
type Outcome = { readonly name: string; readonly ok: boolean; readonly seconds: number };

/** What `npm test` runs. The lanes of one group run side by side, the checks of a lane in turn. */
const GROUPS: readonly (readonly (readonly Check[])[])[] = [
  [
    [
      // What check:types and lint find.
      { name: 'types and rules', command: ['npm', 'run', '--silent', 'check:code'] },
      { name: 'style', command: ['npm', 'run', '--silent', 'check:style'] },
    ],
    [{ name: 'unit and integration', command: ['npm', 'run', '--silent', 'unit'] }],
  ],
  [
    [{ name: 'bundle', command: ['npm', 'run', '--silent', 'bundle'] }],
    // Fails on a wrong list, and on a needless question of the engine's own corpus.
    [{ name: 'search evaluation', command: ['npm', 'run', '--silent', 'eval:search'] }],
    [
      {
        name: 'diagnosis evaluation',
        command: ['npm', 'run', '--silent', 'eval:diagnosis', '--', '--alone'],
      },
    ],
  ],
  [[{ name: 'browser', command: ['npm', 'run', '--silent', 'e2e'] }]],
];

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const runCheck = ({ name, command }: Check): Promise<Outcome> =>
  new Promise((resolve) => {
    const started = Date.now();
    say(`> ${name}: started`);
    const [program = '', ...parameters] = command;
    const child = spawn(program, parameters, { stdio: ['ignore', 'pipe', 'pipe'] });
    const output: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
    child.on('close', (code) => {
      const seconds = Math.round((Date.now() - started) / 100) / 10;
      process.stdout.write(Buffer.concat(output));
      say(`> ${name}: ${code === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
      resolve({ name, ok: code === 0, seconds });
    });
  });

const runLane = async (checks: readonly Check[]): Promise<Outcome[]> => {
  const outcomes: Outcome[] = [];
  for (const check of checks) outcomes.push(await runCheck(check));
  return outcomes;
};

const run = async (): Promise<void> => {
  const outcomes: Outcome[] = [];
  for (const lanes of GROUPS) outcomes.push(...(await Promise.all(lanes.map(runLane))).flat());
  const failed = outcomes.filter(({ ok }) => !ok);
  say('');
  for (const { name, ok, seconds } of outcomes)
    say(`${ok ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
  say(`checks: ${outcomes.length - failed.length} passed, ${failed.length} failed`);
  process.exitCode = failed.length === 0 ? 0 : 1;
};

void run();
