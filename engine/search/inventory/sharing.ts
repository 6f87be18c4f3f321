import type { Change } from '../records/state';
import type { VmRecord } from '../records/record';

const MOST_POOLED = 20_000;

/** Values told apart by what they say: of those that say the same, one stands for all. */
const poolOf = <T>(): ((value: T) => T) => {
  const pool = new Map<string, T>();
  return (value) => {
    const key = typeof value === 'string' ? value : JSON.stringify(value);
    const known = pool.get(key);
    if (known !== undefined) return known;
    // Values that nobody has by now are let go of from time to time, all at once.
    if (pool.size >= MOST_POOLED) pool.clear();
    pool.set(key, value);
    return value;
  };
};

const TEXTS = [
  'status',
  'runStrategy',
  'instancetype',
  'preference',
  'preferenceKind',
  'node',
  'startedPath',
  'architecture',
  'evictionStrategy',
] as const;

/**
 * Makes records share what is alike in many of them: sizes, devices, labels, names of nodes. Ten
 * thousand machines have few of each, and a record is a third of its size then.
 */
export const sharing = (): ((record: VmRecord) => VmRecord) => {
  const text = poolOf<string>();
  const size = poolOf<VmRecord['size']>();
  const os = poolOf<NonNullable<VmRecord['os']>>();
  const labels = poolOf<VmRecord['labels']>();
  const hardware = poolOf<VmRecord['hardware']>();
  const networks = poolOf<VmRecord['network']['networks']>();
  const macAt = poolOf<VmRecord['network']['macAt']>();
  const bindings = poolOf<VmRecord['network']['bindings']>();
  const migratable = poolOf<NonNullable<VmRecord['migratable']>>();
  const change = ({ time, path }: Change): Change => ({ time, path: text(path) });
  return (record) => {
    const shared: VmRecord = {
      ...record,
      namespace: text(record.namespace),
      labels: labels(record.labels),
      size: size(record.size),
      hardware: hardware(record.hardware),
      network: {
        ...record.network,
        macAt: macAt(record.network.macAt),
        networks: networks(record.network.networks),
        bindings: bindings(record.network.bindings),
      },
      ...(record.changed === undefined ? {} : { changed: change(record.changed) }),
      ...(record.os === undefined ? {} : { os: os(record.os) }),
      ...(record.migratable === undefined ? {} : { migratable: migratable(record.migratable) }),
    };
    for (const key of TEXTS) {
      const value = shared[key];
      if (value !== undefined) shared[key] = text(value);
    }
    return shared;
  };
};
