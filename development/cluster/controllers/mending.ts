import { isDeepStrictEqual } from 'node:util';
import { conditionOf, recordAt, textAt, uidOf, type KubeObject } from '@cnv-ai/engine/kubernetes';
import { without } from '../records';
import { servedPlural } from '../resources';
import type { Store } from '../store';
import { canStart } from './references';

const HEALTHY = ['Running', 'Stopped', 'Paused', 'Migrating'];

const isBroken = (machine: KubeObject): boolean =>
  !HEALTHY.includes(textAt(machine, 'status', 'printableStatus') ?? 'Stopped') ||
  conditionOf(machine, 'Failure')?.status === 'True' ||
  conditionOf(machine, 'ManualRecoveryRequired')?.status === 'True';

/** What decides how a machine comes up, without whether it is to run. */
const recipe = (machine: KubeObject): KubeObject =>
  without(recordAt(machine, 'spec'), 'runStrategy', 'running');

type Broken = { readonly recipe: KubeObject; readonly couldStart: boolean };

/**
 * Whether a machine would come up. One that was broken when the cluster started would not, until
 * what it refers to is there, or, where nothing was missing, its spec was changed.
 */
export const startTest = (store: Store): ((machine: KubeObject) => boolean) => {
  const broken = new Map<string | undefined, Broken>(
    store
      .list(servedPlural('virtualmachines'))
      .filter(isBroken)
      .map((machine) => [
        uidOf(machine),
        { recipe: recipe(machine), couldStart: canStart(store, machine) },
      ]),
  );
  return (machine) => {
    const before = broken.get(uidOf(machine));
    const mended =
      before?.couldStart !== true || !isDeepStrictEqual(before.recipe, recipe(machine));
    return mended && canStart(store, machine);
  };
};
