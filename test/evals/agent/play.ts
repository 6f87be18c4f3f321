import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { Exchange, Hub, ToolUse } from '../../hybrid/hub';
import type { Step, Task, ToolPattern } from './task';

/** How one task went. */
export type Played = {
  readonly task: Task;
  readonly exchange: Exchange;
  /** Why the task failed; empty: it is solved. */
  readonly failures: readonly string[];
  /** Why it was not solved as it should be, with every tool at hand. */
  readonly misroutes: readonly string[];
};

const ROOT = join(import.meta.dirname, '../../..');
const PATIENCE = 30_000;

/** Not at once: the cluster that is asked may be served by this process. */
const commandFailure = (command: string, hub: Hub): Promise<string | undefined> =>
  new Promise((resolve) => {
    const token = hub.cluster.users.find(({ name }) => name === 'admin')?.token;
    const env = { ...process.env, CLUSTER_URL: hub.cluster.url, CLUSTER_TOKEN: token };
    execFile('sh', ['-c', command], { cwd: ROOT, env, timeout: PATIENCE }, (error, _, stderr) =>
      resolve(error === null ? undefined : `"${command}": ${stderr.trim()}`),
    );
  });

const failureOf = async (step: Step, answer: string, hub: Hub): Promise<string[]> => {
  const failure =
    step.kind === 'script'
      ? await commandFailure(step.command, hub)
      : answer.toLowerCase().includes(step.text.toLowerCase())
        ? undefined
        : `the answer does not contain "${step.text}"`;
  return failure === undefined ? [] : [failure];
};

const failuresOf = async (steps: readonly Step[], answer: string, hub: Hub): Promise<string[]> => {
  const failures: string[] = [];
  for (const step of steps) failures.push(...(await failureOf(step, answer, hub)));
  return failures;
};

const fits =
  ({ server, tool }: ToolPattern) =>
  (use: ToolUse): boolean =>
    use.server === server && tool.test(use.name);

const told = ({ server, tool }: ToolPattern): string => `${server} ${tool.source}`;

const misroutesOf = (task: Task, tools: readonly ToolUse[]): string[] => [
  ...task.toolsUsed.filter((one) => !tools.some(fits(one))).map((one) => `not used: ${told(one)}`),
  ...task.toolsNotUsed.filter((one) => tools.some(fits(one))).map((one) => `used: ${told(one)}`),
  ...(tools.length > task.maxToolCalls ? [`${tools.length} tool calls`] : []),
];

/** Plays one task: setup, the agent's turn, then what has to hold. */
export const play = async (task: Task, hub: Hub): Promise<Played> => {
  const unready = await failuresOf(task.setup, '', hub);
  const exchange = await hub.ask(task.prompt);
  const { answer, error, tools } = exchange;
  return {
    task,
    exchange,
    failures: [
      ...unready,
      ...(error === undefined ? [] : [error]),
      ...(await failuresOf(task.verify, answer, hub)),
    ],
    misroutes: misroutesOf(task, tools),
  };
};
