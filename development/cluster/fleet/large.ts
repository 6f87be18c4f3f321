import { nameOf, recordAt, uidOf, type KubeObject } from '@cnv-ai/engine/kubernetes';

const GROWING: ReadonlySet<unknown> = new Set(['VirtualMachine', 'VirtualMachineInstance']);

/** The same machine under another name. */
const copyOf = (object: KubeObject, number: number): KubeObject => ({
  ...object,
  metadata: {
    ...recordAt(object, 'metadata'),
    name: `${nameOf(object)}-${number}`,
    uid: `${uidOf(object) ?? ''}-${number}`,
  },
});

/**
 * The objects with their machines and instances again and again under other names, until there are
 * at least `machines`. Disks, networks and nodes are shared: they are as many as before.
 */
export const enlarged = (objects: readonly KubeObject[], machines: number): KubeObject[] => {
  const growing = objects.filter(({ kind }) => GROWING.has(kind));
  const own = growing.filter(({ kind }) => kind === 'VirtualMachine').length;
  const copies = own === 0 ? 0 : Math.max(0, Math.ceil(machines / own) - 1);
  const more = Array.from({ length: copies }, (_, number) =>
    growing.map((object) => copyOf(object, number + 1)),
  );
  return [...objects, ...more.flat()];
};
