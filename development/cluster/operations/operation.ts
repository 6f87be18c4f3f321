import { flagAt, textAt, type KubeObject } from '@cnv-ai/engine/kubernetes';
import type { ServerContext } from '../context';
import { servedPlural } from '../resources';
import { notFound } from '../status';

export const MACHINES = servedPlural('virtualmachines');
export const INSTANCES = servedPlural('virtualmachineinstances');
/** virt-api names the kinds of its conflicts in the singular, without their group. */
export const MACHINE = { group: 'kubevirt.io', plural: 'virtualmachine' };
export const INSTANCE = { group: 'kubevirt.io', plural: 'virtualmachineinstance' };

export type Operation = {
  readonly server: ServerContext;
  readonly namespace: string;
  readonly name: string;
  readonly options: KubeObject;
  readonly dryRun: boolean;
};

const FINAL = ['Succeeded', 'Failed'];
export const phaseOf = (instance: KubeObject): string => textAt(instance, 'status', 'phase') ?? '';
export const isFinal = (instance: KubeObject): boolean => FINAL.includes(phaseOf(instance));

export const machineOf = ({ server, namespace, name }: Operation): KubeObject => {
  const found = server.store.get(MACHINES, namespace, name);
  if (found === undefined) throw notFound(MACHINE, name);
  return found;
};

export const instanceOf = ({ server, namespace, name }: Operation): KubeObject => {
  const found = server.store.get(INSTANCES, namespace, name);
  if (found === undefined) throw notFound(INSTANCE, name);
  return found;
};

export const maybeInstance = ({ server, namespace, name }: Operation): KubeObject | undefined =>
  server.store.get(INSTANCES, namespace, name);

/** The run strategy in force; `running` is its older spelling. */
export const runStrategyOf = (machine: KubeObject): string =>
  textAt(machine, 'spec', 'runStrategy') ??
  (flagAt(machine, 'spec', 'running') === true ? 'Always' : 'Halted');

export const store = (
  { server, dryRun }: Operation,
  object: KubeObject,
  newGeneration = false,
): void => void server.store.update(object, { dryRun, newGeneration });
