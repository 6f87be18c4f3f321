import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import type { Stack } from './stack';

const HELP = `npm start -- [options]

Runs the plugin without OpenShift, on this machine only.

  --port N                 where the console listens (default 9000)
  --kubeconfig FILE        use this cluster instead of the embedded one
  --lightspeed URL         use this Lightspeed instead of the embedded one
  --model-url URL          let the embedded Lightspeed ask this OpenAI-compatible endpoint
  --model NAME             the model to ask for there
  --vms N                  at least N virtual machines in the embedded cluster
  --help                   show this
`;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const OPTIONS = {
  port: { type: 'string', default: '9000' },
  kubeconfig: { type: 'string' },
  lightspeed: { type: 'string' },
  'model-url': { type: 'string' },
  model: { type: 'string' },
  vms: { type: 'string', default: '0' },
  help: { type: 'boolean', default: false },
} as const;

/** More than the memory of a laptop holds. */
const MOST_MACHINES = 50_000;

const portOf = (text: string): number => {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new Error(`--port must be a number from 0 to 65535, not "${text}".`);
  }
  return port;
};

const machinesOf = (text: string): number => {
  const count = Number(text);
  if (!/^\d{1,6}$/.test(text) || count > MOST_MACHINES) {
    throw new Error(`--vms must be a number from 0 to ${MOST_MACHINES}, not "${text}".`);
  }
  return count;
};

const modelOf = (url: string | undefined, name: string | undefined) => {
  if ((url === undefined) !== (name === undefined)) {
    throw new Error('--model-url and --model go together: give both or neither.');
  }
  return url === undefined || name === undefined ? undefined : { url, name };
};

const KUBECONFIG = '.cache/admin.kubeconfig';

/** The administrator's kubeconfig, for the command line and for kubectl-like programs. */
const writeKubeconfig = ({ cluster, users }: Stack): void => {
  const [administrator] = users;
  if (cluster === undefined || administrator === undefined) return;
  mkdirSync(dirname(KUBECONFIG), { recursive: true });
  writeFileSync(KUBECONFIG, cluster.kubeconfig(administrator.name));
};

const tellWhatToTry = ({ console, users, cluster }: Stack): void => {
  say('');
  say(`  ${console.url}`);
  say('');
  say('Log in as one of:');
  for (const { displayName, description } of users) say(`  ${displayName}: ${description}`);
  if (cluster === undefined) return;
  say('');
  say('Open Virtualization > AI search and try:');
  say('  VMs that failed to start in the last hour in production namespaces');
  say('  stopped Windows VMs with more than 8 GiB of memory');
  say('  VMs with errors not in prod-db');
  say('Then open a failing VM and press Get AI Diagnosis. Or, in another terminal:');
  say(
    `  npm run --silent cnv-diagnostic -- diagnose shop-network/checkout-01 --kubeconfig ${KUBECONFIG}`,
  );
  say('Ctrl+C ends everything.');
};

const start = async (): Promise<void> => {
  const { values } = parseArgs({ options: OPTIONS, strict: true });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const port = portOf(values.port);
  const vms = machinesOf(values.vms);
  const model = modelOf(values['model-url'], values.model);
  const since = Date.now();
  say('Starting the development console …');
  // Loaded late: people see the line above within the first second.
  const { startStack } = await import('./stack');
  const { kubeconfig, lightspeed } = values;
  const stack = await startStack({
    ...{ port, kubeconfig, lightspeed, model, vms, progress: say },
    neighbour: 'after',
  });
  const end = (): void => {
    void stack.close().finally(() => process.exit(0));
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  say(`ready in ${((Date.now() - since) / 1000).toFixed(1)} s`);
  writeKubeconfig(stack);
  tellWhatToTry(stack);
};

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
