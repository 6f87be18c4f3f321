import { setImmediate as pause } from 'node:timers/promises';
import type { Reader } from '@cnv-ai/engine/kubernetes';
import { ownAccess } from '../kubernetes/api-server';
import { startBudget } from '../kubernetes/budget';
import { findTarget } from '../kubernetes/target';
import { SetupError, type KubeTarget } from '../kubernetes/cluster';
import { isArchive, unpack } from '../offline/archive';
import { openFolder } from '../offline/folder';
import type { Options, OptionSpecs } from './options';
import { progressOn } from './progress';
import type { Terminal } from './terminal';

/** A person waits longer than a chat; all pages of a fleet take their time. */
const PATIENCE = { one: 30_000, fleet: 600_000 } as const;

export const CLUSTER: OptionSpecs = {
  kubeconfig: {
    type: 'string',
    value: 'FILE',
    help: 'kubeconfig (default: $KUBECONFIG, the pod, ~/.kube/config)',
  },
  context: { type: 'string', value: 'NAME', help: 'context of the kubeconfig' },
};

/** Where to look, for commands over many machines. */
export const NAMESPACES: OptionSpecs = {
  namespace: {
    type: 'string',
    short: 'n',
    multiple: true,
    value: 'NAME',
    help: 'only this namespace; may be repeated, takes wildcards',
  },
};

/** A live cluster, or what was gathered of one. */
export const SOURCE: OptionSpecs = {
  ...CLUSTER,
  'must-gather': {
    type: 'string',
    value: 'PATH',
    help: 'read a must-gather (a folder or .tar.gz), or a folder of YAML, instead of a cluster',
  },
};

/** The cluster and identity the options and the environment name. */
export const targetOf = (options: Options, env: NodeJS.ProcessEnv): KubeTarget => {
  const kubeconfig = options.text('kubeconfig');
  const context = options.text('context');
  return findTarget({
    env,
    ...(kubeconfig === undefined ? {} : { kubeconfig }),
    ...(context === undefined ? {} : { context }),
  });
};

/** `now` is the time what is read was true at. */
type Use<T> = (reader: Reader, now: number) => Promise<T>;

const withCluster = async <T>(target: KubeTarget, patience: number, use: Use<T>): Promise<T> => {
  const access = ownAccess(target);
  const budget = startBudget(patience);
  try {
    const { reader } = await access.reader(budget);
    return await use(reader, Date.now());
  } finally {
    budget.end();
    await access.close();
  }
};

const withFolder = async <T>(folder: string, terminal: Terminal, use: Use<T>): Promise<T> => {
  const progress = progressOn(terminal);
  const { reader, now, skipped } = await openFolder(folder, async (done, all) => {
    progress(`reading: ${done} of ${all} files`);
    if (done % 50 === 0) await pause();
  });
  const [first] = skipped;
  if (first !== undefined) {
    terminal.err(
      `${skipped.length === 1 ? '1 file was' : `${skipped.length} files were`} not used, such as ${first}.\n`,
    );
  }
  return use(reader, now);
};

/** An archive is unpacked for the time of one command. */
const withArchive = async <T>(file: string, terminal: Terminal, use: Use<T>): Promise<T> => {
  const { folder, remove } = await unpack(file);
  try {
    return await withFolder(folder, terminal, use);
  } finally {
    remove();
  }
};

/** Reads a folder, or a cluster with the kubeconfig's own identity, for the time of one command. */
export const withSource = <T>(
  options: Options,
  terminal: Terminal,
  use: Use<T>,
  patience: keyof typeof PATIENCE = 'one',
): Promise<T> => {
  const folder = options.text('must-gather');
  if (folder === undefined) {
    return withCluster(targetOf(options, terminal.env), PATIENCE[patience], use);
  }
  if (options.text('kubeconfig') !== undefined || options.text('context') !== undefined) {
    throw new SetupError('--must-gather reads files; leave out --kubeconfig and --context.');
  }
  return isArchive(folder) ? withArchive(folder, terminal, use) : withFolder(folder, terminal, use);
};
