import { namespaceOf, nameOf, textAt, type KubeObject } from '@cnv-ai/engine/kubernetes';

export type Value = string | number | boolean;
/** What is known of a machine by name; `[]` is known to be none, an absent name is unknown. */
export type Facts = Readonly<Record<string, readonly Value[]>>;
export type Machine = { readonly uid: string; readonly key: string; readonly facts: Facts };

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/** A Kubernetes quantity with a binary suffix, in bytes. */
export const bytesOf = (quantity: string): number => {
  const [, digits, unit = ''] = /^(\d+(?:\.\d+)?)([KMGT]i)?$/.exec(quantity) ?? [];
  const factor = UNITS[unit];
  if (digits === undefined || factor === undefined) {
    throw new Error(`"${quantity}" is not a quantity this executor reads: write for example 8Gi.`);
  }
  return Number(digits) * factor;
};

export const some = (value: Value | undefined): readonly Value[] =>
  value === undefined ? [] : [value];
export const instant = (value: string | undefined): number[] =>
  value === undefined ? [] : [Date.parse(value)];

/** The objects of the inventory by kind, and by kind, namespace and name. */
export class Shelf {
  private readonly kinds = new Map<string, KubeObject[]>();
  private readonly named = new Map<string, KubeObject>();

  constructor(objects: readonly KubeObject[]) {
    for (const object of objects) {
      const kind = textAt(object, 'kind') ?? '';
      this.kinds.set(kind, [...(this.kinds.get(kind) ?? []), object]);
      this.named.set(`${kind} ${namespaceOf(object) ?? ''} ${nameOf(object)}`, object);
    }
  }

  all(kind: string): readonly KubeObject[] {
    return this.kinds.get(kind) ?? [];
  }

  one(kind: string, namespace: string, name: string | undefined): KubeObject | undefined {
    return this.named.get(`${kind} ${namespace} ${name ?? ''}`);
  }
}
