import type { Match, Scene } from './draft';
import { has, senseOf, type Item } from './items';
import { knownNames, severalKinds } from './questions';

const STORAGE: ReadonlySet<string> = new Set(['storageClass', 'accessMode', 'diskCount']);

const isStorage = ({ vocabulary }: Scene, item: Item | undefined): boolean =>
  STORAGE.has(senseOf(item, 'field')?.field ?? '') ||
  knownNames(vocabulary, 'storageClass')?.has(item?.text ?? '') === true;

/** The place behind "on", "of" and the like. */
const skipPlaces = (items: readonly Item[], at: number): number => {
  let next = at;
  while (has(items[next], 'place', 'within', 'filler')) next += 1;
  return next;
};

/**
 * Bytes of which nothing is said are memory; beside a storage class they may be disks: "more than
 * 100 GB on nfs-slow". Only disks are added up: "100 GB in total on nfs-slow".
 */
export const besideStorage = (
  scene: Scene,
  at: number,
  end: number,
): (Match & { field?: string }) | undefined => {
  const { items, previous, sentence } = scene;
  const total = has(items[end], 'inAll');
  const next = total ? end + 1 : end;
  const told = STORAGE.has(previous?.field ?? '');
  const follows = skipPlaces(items, next);
  if (!told && !(follows > next && isStorage(scene, items[follows]))) return undefined;
  if (total) return { next, field: 'diskSize' };
  const first = items[at];
  const text = sentence.slice(first?.start, items[end - 1]?.end);
  return (
    first &&
    severalKinds(
      scene,
      ['memory', 'disk', 'diskSize'],
      { ...first, raw: text, text, end: items[end - 1]?.end ?? first.end },
      next,
    )
  );
};
