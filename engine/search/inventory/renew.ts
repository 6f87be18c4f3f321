import { absent, RESOURCES, stubOf, type Reader } from '../../kubernetes';
import type { ResourceName } from '../fields';
import { finishInSlices, UNBROKEN, type Slices } from '../slices';
import { withWords } from '../vocabulary';
import type { Inventory } from './inventory';
import { inBatches } from './lists';
import type { Rights } from './rights';
import type { Stock } from './stock';

/** Which machine. */
export type MachineName = { readonly namespace: string; readonly name: string };

/** A machine and its instance go into the stock together: a record is made of both. */
const renewOne = async (
  reader: Reader,
  stock: Stock,
  { namespace, name }: MachineName,
  rights: Rights,
): Promise<boolean> => {
  const get = (kind: 'virtualMachines' | 'virtualMachineInstances') =>
    reader.get(RESOURCES[kind], namespace, name);
  const mayRead = rights.of.get('virtualMachineInstances') === true;
  const [machine, instance] = await Promise.all([
    get('virtualMachines'),
    mayRead ? get('virtualMachineInstances') : absent,
  ]);
  if (machine.state === 'unread' || instance.state === 'unread') return false;
  const place = (kind: ResourceName, fact: typeof machine | typeof instance): void => {
    const feed = stock.feed(kind);
    if (fact.state === 'ok') feed?.set(fact.value);
    else feed?.remove(stubOf(namespace, name));
  };
  place('virtualMachines', machine);
  place('virtualMachineInstances', instance);
  return stock.instancetypesIn(namespace).every((kind) => rights.of.has(kind));
};

/**
 * Reads some machines of an inventory again and leaves the rest, and `asOf`, as they were.
 * `undefined` when that is not enough: a read failed, or one of them stands in a namespace or names
 * a kind of instance type that was not read. The inventory must be read anew then.
 */
export const renewMachines = async (
  reader: Reader,
  inventory: Inventory,
  changed: readonly MachineName[],
  { pause, isLong }: Slices = UNBROKEN,
): Promise<Inventory | undefined> => {
  const { stock, homes } = inventory;
  const rightsIn = new Map(homes);
  const renewed = await inBatches(changed, (machine) => {
    const rights = rightsIn.get(machine.namespace);
    return rights === undefined ? Promise.resolve(false) : renewOne(reader, stock, machine, rights);
  });
  if (renewed.includes(false)) return undefined;
  const { records, vocabulary } = await finishInSlices(stock.view(homes), pause, isLong);
  return { ...inventory, records, vocabulary: withWords(inventory.vocabulary, vocabulary) };
};
