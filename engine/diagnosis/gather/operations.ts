import { nameOf, RESOURCES, textAt, type KubeObject } from '../../kubernetes';
import type { Gathered } from '../facts';
import { isExportOf } from './references';
import { listWhen, type Situation } from './situation';

const sourceOf = (object: KubeObject): string | undefined =>
  textAt(object, 'spec', 'source', 'name');

const isOfSnapshot = (clone: KubeObject): boolean =>
  textAt(clone, 'spec', 'source', 'kind') === 'VirtualMachineSnapshot';

/** Snapshots, restores, exports and clones, as yet of all snapshots: read when asked about or under way. */
export const readOperations = async (situation: Situation) => {
  const { machine, name, asks } = situation;
  const isUnderWay = (field: string): boolean => textAt(machine, 'status', field) !== undefined;
  const has =
    (end: 'source' | 'target') =>
    (object: KubeObject): boolean =>
      textAt(object, 'spec', end, 'name') === name;
  const takesSnapshot = asks('snapshot', 'restore') || isUnderWay('snapshotInProgress');
  const isRestored = asks('restore', 'snapshot') || isUnderWay('restoreInProgress');
  const [snapshots, restores, clones, exports] = await Promise.all([
    listWhen(situation, takesSnapshot, RESOURCES.snapshots, has('source')),
    listWhen(situation, isRestored, RESOURCES.restores, has('target')),
    listWhen(
      situation,
      asks('clone'),
      RESOURCES.clones,
      (clone) => isOfSnapshot(clone) || has('source')(clone),
    ),
    listWhen(situation, asks('export'), RESOURCES.exports, (one) => isExportOf(one, machine)),
  ]);
  return { snapshots, restores, clones, exports };
};

/** The clones of the VM and of its snapshots; those of other snapshots are left out. */
export const ownClones = async (
  situation: Situation,
  clones: Gathered<readonly KubeObject[]>,
): Promise<Gathered<readonly KubeObject[]>> => {
  const all = clones.value ?? [];
  if (!all.some(isOfSnapshot)) return clones;
  const isOurs = (snapshot: KubeObject): boolean => sourceOf(snapshot) === situation.name;
  const { value, missed } = await listWhen(situation, true, RESOURCES.snapshots, isOurs);
  const names = (value ?? []).map(nameOf);
  const isKept = (one: KubeObject): boolean =>
    !isOfSnapshot(one) || names.includes(sourceOf(one) ?? '');
  return { value: all.filter(isKept), missed };
};
