import { remembered } from '../../remembered';
import { has, senseOf, type Item } from './items';

/** For each item the place after the fillers that begin there: every rule asks, of a run of them too. */
const afterFillers = remembered((items: readonly Item[]): readonly number[] => {
  const places: number[] = [];
  for (let at = items.length - 1; at >= 0; at -= 1) {
    const silent = has(items[at], 'filler') && !has(items[at], 'not', 'number');
    places[at] = silent ? (places[at + 1] ?? at + 1) : at;
  }
  return places;
});

/** The place after fillers ("of", "the", "is"). */
export const skipFillers = (items: readonly Item[], at: number): number =>
  afterFillers(items)[at] ?? at;

export const isSymbol = (item: Item | undefined, ...texts: string[]): boolean =>
  item?.kind === 'symbol' && texts.includes(item.text);

/** Nouns that only carry a value: "RWO volumes", "a bridge network", "nfs-slow storage". */
const CARRIERS: Readonly<Record<string, readonly string[]>> = {
  accessMode: ['accessMode', 'disk', 'diskSize'],
  binding: ['binding', 'network', 'nicCount'],
  storageClass: ['storageClass', 'disk', 'diskSize'],
  network: ['network', 'nicCount'],
  vcpu: [],
};

/** "nfs-slow users": machines that use it. */
const isUser = (item: Item | undefined, field: string): boolean =>
  item?.text === 'users' && (field === 'storageClass' || field === 'network');

/** Whether the item only says what a value beside it is of. */
export const isSaidOf = (item: Item | undefined, field: string): boolean =>
  isUser(item, field) || (CARRIERS[field] ?? [field]).includes(senseOf(item, 'field')?.field ?? '');

/** The place after such a noun. */
export const skipCarrier = (items: readonly Item[], at: number, field: string): number =>
  isSaidOf(items[at], field) && (field === 'status' || !has(items[at + 1], 'compare'))
    ? at + 1
    : at;
