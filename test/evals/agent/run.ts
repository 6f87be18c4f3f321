import { parseArgs } from 'node:util';
import { startHub, type Servers } from '../../hybrid/hub';
import { play, type Played } from './play';
import { loadTasks } from './task';

/**
 * `npm run eval:agent [-- --model-url URL --model NAME]`: every task through a Lightspeed that knows
 * no server, kubernetes-mcp-server alone, and both. The agent is the model of an OpenAI-compatible
 * endpoint (its key in OPENAI_API_KEY), else the development Lightspeed's planner, which is the
 * same every time: with both servers it has to solve everything and to go where it should.
 */
const { values } = parseArgs({
  options: {
    'model-url': { type: 'string' },
    model: { type: 'string' },
    only: { type: 'string' },
  },
});

const TITLES: Readonly<Record<Servers, string>> = {
  none: 'no VM tools',
  neighbour: 'kubernetes-mcp-server alone',
  both: 'both',
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const modelUrl = values['model-url'];
const model =
  modelUrl === undefined
    ? undefined
    : { url: modelUrl, name: values.model ?? '', apiKey: process.env.OPENAI_API_KEY ?? 'none' };

const tasks = loadTasks().filter(({ name }) => name.includes(values.only ?? ''));

const playAll = async (servers: Servers): Promise<Played[]> => {
  const hub = await startHub(servers, model === undefined ? {} : { model });
  try {
    const played: Played[] = [];
    for (const task of tasks) played.push(await play(task, hub));
    return played;
  } finally {
    await hub.close();
  }
};

const isSolved = ({ failures }: Played): boolean => failures.length === 0;

const sum = (played: readonly Played[], of: (one: Played) => number): number =>
  played.reduce((total, one) => total + of(one), 0);

const row = (title: string, played: readonly Played[]): void => {
  const cells = [
    `${played.filter(isSolved).length}/${played.length}`,
    String(sum(played, ({ exchange }) => exchange.tools.length)),
    String(sum(played, ({ exchange }) => exchange.tokens)),
    sum(played, ({ exchange }) => exchange.seconds).toFixed(1),
  ];
  say(`${title.padEnd(30)}${cells.map((cell) => cell.padStart(12)).join('')}`);
};

say(`agent: ${model === undefined ? 'the planner' : model.name}; ${tasks.length} tasks`);
say(`${' '.repeat(30)}      solved  tool calls      tokens     seconds`);
const results = new Map<Servers, Played[]>();
for (const servers of ['none', 'neighbour', 'both'] as const) {
  const played = await playAll(servers);
  results.set(servers, played);
  row(TITLES[servers], played);
}
const both = results.get('both') ?? [];
for (const area of new Set(both.map(({ task }) => task.area))) {
  row(
    `  both: ${area}`,
    both.filter(({ task }) => task.area === area),
  );
}
const wrong = both.filter((one) => !isSolved(one) || one.misroutes.length > 0);
for (const { task, failures, misroutes } of wrong) {
  say(`${task.name}: ${[...failures, ...misroutes].join('; ')}`);
}
// A model may fail; what is the same every time may not.
process.exitCode = model === undefined && wrong.length > 0 ? 1 : 0;
