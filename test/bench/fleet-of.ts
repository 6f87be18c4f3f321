import { isRecord, type KubeObject } from '@cnv-ai/engine/kubernetes';
import { fleet } from '../../development/cluster';

const COPIED = new Set(['VirtualMachine', 'VirtualMachineInstance']);

const isCopied = ({ kind }: KubeObject): boolean => typeof kind === 'string' && COPIED.has(kind);

const copyOf = (object: KubeObject, copy: number): KubeObject => {
  const metadata = isRecord(object.metadata) ? object.metadata : {};
  return {
    ...object,
    metadata: {
      ...metadata,
      name: `${String(metadata.name)}-${copy}`,
      uid: `${String(metadata.uid)}-${copy}`,
    },
  };
};

/** The machines of the fleet again and again under other names, until there are `size` of them. */
export const fleetOf = (size: number, now: number): KubeObject[] => {
  const all = fleet(now);
  const machines = all.filter(isCopied);
  const count = machines.filter(({ kind }) => kind === 'VirtualMachine').length;
  const copies = Array.from({ length: Math.ceil(size / count) }, (_, copy) =>
    machines.map((object) => copyOf(object, copy)),
  );
  return [...all.filter((object) => !isCopied(object)), ...copies.flat()];
};
