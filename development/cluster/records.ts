import type { KubeObject } from '@cnv-ai/engine/kubernetes';

/** A record without some of its fields. */
export const without = (record: KubeObject, ...fields: readonly string[]): KubeObject =>
  Object.fromEntries(Object.entries(record).filter(([field]) => !fields.includes(field)));

/** A record without the fields that are `undefined`. */
export const defined = (record: KubeObject): KubeObject =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
