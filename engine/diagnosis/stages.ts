/** In the order in which the controllers get there; the earliest one that fails blocks the rest. */
export const STAGES = [
  'platform',
  'vm',
  'storage',
  'pod',
  'scheduling',
  'volumes',
  'image',
  'network',
  'runtime',
  'guest',
  'migration',
  'operation',
] as const;
export type Stage = (typeof STAGES)[number];
