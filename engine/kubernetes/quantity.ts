const BINARY = { Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50, Ei: 2 ** 60 };
const DECIMAL = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
};
const FACTORS: Readonly<Record<string, number>> = { ...BINARY, ...DECIMAL };

/** A Kubernetes quantity ("500m", "4Gi", "1e3", 2) as a number, or `undefined` when it is none. */
export const parseQuantity = (value: unknown): number | undefined => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)([A-Za-z]*)$/.exec(value.trim());
  const factor = match?.[2] === undefined ? undefined : FACTORS[match[2]];
  return match === null || factor === undefined ? undefined : Number(match[1]) * factor;
};

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

/** Bytes for people: "8 GiB", "1.5 TiB". */
export const formatBytes = (bytes: number): string => {
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), UNITS.length - 1);
  return `${Number((bytes / 2 ** (10 * power)).toFixed(1))} ${UNITS[power] ?? 'B'}`;
};
