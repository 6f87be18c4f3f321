import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../cnv-diagnostic/serve';
import { findTarget } from '../cnv-diagnostic/kubernetes/target';
import { buildAll, buildNeighbour, type Progress } from './build';
import { enlarged, fleet, startCluster, type Cluster } from './cluster';
import { startConsole, type ConsoleHandle, type ConsoleUser, type Settings } from './console';
import { startClusterGate } from './console/server/cluster-gate';
import { portTaken } from './console/server/start';
import { startLightspeed, type Lightspeed } from './lightspeed';
import { NEIGHBOUR } from './neighbour/name';
import { loadScenarios, type Scenario } from './scenarios/load';

export const PLUGIN = 'cnv-ai-plugin';
export const SIDECAR = 'cnv-diagnostic';

export type StackOptions = {
  /** The console's port; 0 takes a free one. */
  port: number;
  /** A kubeconfig file: its cluster instead of the embedded one, its identity as the only user. */
  kubeconfig?: string;
  /** The URL of a Lightspeed instead of the embedded one; `false`: none is installed. */
  lightspeed?: string | false;
  /** An OpenAI-compatible endpoint for the embedded Lightspeed. */
  model?: { url: string; name: string };
  /** `false`: the sidecar is not installed. */
  sidecar?: boolean;
  /** `false`: the console's virtualization plugin is not installed. */
  virtualization?: boolean;
  /** Whether a plugin that embeds our components is loaded, and on which side of ours. */
  neighbour?: 'before' | 'after';
  settings?: Settings;
  /** The plugin as it is released: minified, with React's checks left out. */
  released?: boolean;
  /** `false`: of each cause only the scenario that is named after it. */
  variants?: boolean;
  /** At least this many machines in the embedded cluster; 0, the default, are those there are. */
  vms?: number;
  /** The time at which the cluster and the sidecar stand still, in milliseconds. Default: it is now, and runs. */
  now?: number;
  /** What every read of the embedded cluster takes at least, in milliseconds. */
  latencyMs?: number;
  progress?: Progress;
};

type Closing = { close(): Promise<void> };

/** The plugins in the order in which an administrator would have listed them. */
const build = async ({ neighbour, released, progress = () => undefined }: StackOptions) => {
  const [{ hostDirectory, pluginDirectory }, directory] = await Promise.all([
    buildAll(progress, released),
    neighbour && buildNeighbour(progress),
  ]);
  const own = { name: PLUGIN, directory: pluginDirectory };
  if (directory === undefined) return { hostDirectory, plugins: [own] };
  const other = { name: NEIGHBOUR, directory };
  return { hostDirectory, plugins: neighbour === 'before' ? [other, own] : [own, other] };
};

/** Every running part; what was replaced or left out is absent. */
export type Stack = Closing & {
  console: ConsoleHandle;
  clusterUrl: string;
  users: readonly ConsoleUser[];
  cluster?: Cluster;
  lightspeed?: Lightspeed;
  sidecar?: Closing & { url: string };
  /** Sets the administrator's switches for the plugin and the sidecar. */
  setSettings(settings: Settings): Promise<void>;
};

/** Fails before anything is built. */
const checkPort = (port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(portTaken(error, port)));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });

type RunningCluster = Closing & { url: string; users: readonly ConsoleUser[]; embedded?: Cluster };

const isVariant = ({ id }: Scenario): boolean => id.includes('--');

/** The healthy fleet and every scenario that leaves the others alone. */
const embeddedCluster = async (
  clock: () => number,
  { vms = 0, variants = true, latencyMs }: StackOptions,
): Promise<RunningCluster> => {
  const now = clock();
  const scenarios = loadScenarios(now).filter((one) => !one.alone && (variants || !isVariant(one)));
  const cluster = await startCluster({
    objects: [...enlarged(fleet(now), vms), ...scenarios.flatMap(({ objects }) => objects)],
    logs: Object.fromEntries(scenarios.flatMap(({ logs }) => Object.entries(logs))),
    now: clock,
    latencyMs,
  });
  return { url: cluster.url, users: cluster.users, close: cluster.close, embedded: cluster };
};

const realCluster = async (kubeconfig: string): Promise<RunningCluster> => {
  const target = findTarget({ kubeconfig, env: process.env });
  const gate = await startClusterGate(target);
  const { name } = target.identity;
  const description = `The kubeconfig's own identity at ${target.cluster.server}.`;
  return {
    url: gate.url,
    users: [{ name, displayName: name, token: gate.token, description }],
    close: () => gate.close(),
  };
};

const settingsFile = async (settings: Settings) => {
  const folder = await mkdtemp(join(tmpdir(), 'cnv-ai-'));
  const path = join(folder, 'settings.json');
  const write = (next: Settings): Promise<void> => writeFile(path, JSON.stringify(next));
  await write(settings);
  return { path, write, close: () => rm(folder, { recursive: true, force: true }) };
};

/** Starts the whole development environment; what has started is closed again when a part fails. */
export const startStack = async (options: StackOptions): Promise<Stack> => {
  const { port, kubeconfig, lightspeed: wanted, model, now } = options;
  const { settings = { ai: true, enabled: true }, progress = () => undefined } = options;
  const clock = now === undefined ? Date.now : (): number => now;
  await checkPort(port);
  const parts: Closing[] = [];
  const started = <T extends Closing>(part: T, line?: string): T => {
    parts.push(part);
    if (line !== undefined) progress(line);
    return part;
  };
  const close = async (): Promise<void> => {
    for (const part of parts.reverse()) await part.close();
    parts.length = 0;
  };
  try {
    const building = build(options);
    // An error below must not leave this promise without anyone to hear of its failure.
    building.catch(() => undefined);
    const file = started(await settingsFile(settings));
    const cluster = started(
      await (kubeconfig === undefined ? embeddedCluster(clock, options) : realCluster(kubeconfig)),
      kubeconfig === undefined ? 'cluster: ready' : `cluster: as ${kubeconfig} says`,
    );
    const clusterUrl = cluster.url;
    const sidecar =
      options.sidecar === false
        ? undefined
        : started(
            await startServer({
              port: 0,
              host: '127.0.0.1',
              clusterUrl,
              settingsFile: file.path,
              clock,
            }),
            'sidecar: ready',
          );
    const mcpServers = sidecar ? [{ name: SIDECAR, url: `${sidecar.url}/mcp` }] : [];
    const lightspeed =
      wanted === undefined
        ? started(await startLightspeed({ clusterUrl, mcpServers, model }), 'Lightspeed: ready')
        : undefined;
    const { hostDirectory, plugins } = await building;
    const console = started(
      await startConsole({
        port,
        clusterUrl,
        users: cluster.users,
        lightspeedUrl: wanted === false ? undefined : (wanted ?? lightspeed?.url),
        sidecarUrl: sidecar?.url,
        plugins,
        settings,
        virtualization: options.virtualization,
        hostDirectory,
      }),
    );
    return {
      console,
      clusterUrl,
      users: cluster.users,
      cluster: cluster.embedded,
      lightspeed,
      sidecar,
      setSettings: async (next) => {
        console.setSettings(next);
        await file.write(next);
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};
