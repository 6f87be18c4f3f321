import type { Reader } from '@cnv-ai/engine/kubernetes';
import { ownAccess } from '../kubernetes/api-server';
import { startBudget } from '../kubernetes/budget';
import { findTarget } from '../kubernetes/target';
import type { KubeTarget } from '../kubernetes/cluster';
import type { Options, OptionSpecs } from './options';

/** A person waits longer than a chat. */
const PATIENCE = 30_000;

export const CLUSTER: OptionSpecs = {
  kubeconfig: {
    type: 'string',
    value: 'FILE',
    help: 'kubeconfig (default: $KUBECONFIG, the pod, ~/.kube/config)',
  },
  context: { type: 'string', value: 'NAME', help: 'context of the kubeconfig' },
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

/** Reads with the kubeconfig's own identity for the time of one command. */
export const withReader = async <T>(
  target: KubeTarget,
  use: (reader: Reader) => Promise<T>,
): Promise<T> => {
  const access = ownAccess(target);
  const budget = startBudget(PATIENCE);
  try {
    const { reader } = await access.reader(budget);
    return await use(reader);
  } finally {
    budget.end();
    await access.close();
  }
};
