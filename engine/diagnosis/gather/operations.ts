import { RESOURCES, textAt, type KubeObject } from '../../kubernetes';
import { isExportOf } from './references';
import { listWhen, type Situation } from './situation';

/** Snapshots, restores, clones and exports of the VM: read when asked about or under way. */
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
    listWhen(situation, asks('clone'), RESOURCES.clones, has('source')),
    listWhen(situation, asks('export'), RESOURCES.exports, (one) => isExportOf(one, machine)),
  ]);
  return { snapshots, restores, clones, exports };
};
