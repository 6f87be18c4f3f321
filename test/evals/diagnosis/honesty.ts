import { diagnose } from '@cnv-ai/engine/diagnosis';
import { objectReader, type Obstacle } from '@cnv-ai/engine/kubernetes';
import type { World } from './worlds';

/** Kinds that a caller may well not be allowed to read. */
const HIDDEN = [
  'virtualmachineinstances',
  'pods',
  'events',
  'persistentvolumeclaims',
  'datavolumes',
  'storageclasses',
  'nodes',
  'resourcequotas',
  'secrets',
  'network-attachment-definitions',
  'virtualmachineinstancemigrations',
];

export type Honesty = { readonly asked: number; readonly dishonest: readonly string[] };

const forbids =
  (plural: string): Obstacle =>
  (resource) =>
    resource.plural === plural ? { reason: 'forbidden', message: '' } : undefined;

/**
 * With one kind hidden, an answer is honest when it still names the cause, or says that the cause
 * is not ruled out. A cause that neither is found nor left open was silently lost.
 */
export const honestyOf = async (world: World, now: number): Promise<Honesty> => {
  const dishonest: string[] = [];
  let asked = 0;
  for (const plural of HIDDEN) {
    const reader = objectReader(world.objects, forbids(plural));
    for (const { id, request, expect } of world.scenarios) {
      const [cause] = expect.rootCauses;
      if (expect.verdict !== 'problem' || cause === undefined) continue;
      asked += 1;
      const found = await diagnose(reader, request, now);
      const isFound = found.rootCauses.some((one) => one.id === cause);
      const isOpen = found.unchecked.some(({ couldHide }) => couldHide.includes(cause));
      if (!isFound && !isOpen) dishonest.push(`${id} without ${plural}: ${found.verdict}`);
    }
  }
  return { asked, dishonest };
};
