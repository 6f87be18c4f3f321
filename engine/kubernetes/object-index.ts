import { at, byCodeUnit } from './json';
import { nameOf, namespaceOf, type KubeObject } from './objects';
import type { ListQuery } from './reader';

type Selection = Pick<ListQuery, 'labelSelector' | 'fieldSelector'>;
type Lookup = (object: KubeObject) => unknown;

/** Objects of one kind, found by name and by what a selector names without looking at all of them. */
export type ObjectIndex = {
  named(namespace: string | undefined, name: string): KubeObject | undefined;
  /** In the order of namespace and name. Equality selectors only (`a=b,c`): the readers ask for nothing else. */
  selected(selection: Selection): readonly KubeObject[];
};

const keyOf = (namespace: string | undefined, name: string): string => `${namespace ?? ''}/${name}`;

type Term = { readonly key: string; readonly value?: string; readonly read: Lookup };

const termsOf = (selector: string | undefined, read: (key: string) => Lookup): Term[] =>
  (selector ?? '')
    .split(',')
    .filter((term) => term !== '')
    .map((term) => {
      const [key = '', value] = term.split(/==?/);
      return { key, ...(value === undefined ? {} : { value }), read: read(key) };
    });

const byLabel =
  (key: string): Lookup =>
  (object) =>
    at(object, 'metadata', 'labels', key);

const byField =
  (key: string): Lookup =>
  (object) =>
    at(object, ...key.split('.'));

const matches = (object: KubeObject, { value, read }: Term): boolean => {
  const found = read(object);
  return value === undefined ? found !== undefined : found === value;
};

const grouped = (objects: readonly KubeObject[], read: Lookup): Map<unknown, KubeObject[]> => {
  const groups = new Map<unknown, KubeObject[]>();
  for (const object of objects) {
    const value = read(object);
    const group = groups.get(value);
    if (group === undefined) groups.set(value, [object]);
    else group.push(object);
  }
  return groups;
};

export const objectIndex = (all: readonly KubeObject[]): ObjectIndex => {
  const keyed = all.map((object) => [keyOf(namespaceOf(object), nameOf(object)), object] as const);
  const sorted = [...keyed].sort(([a], [b]) => byCodeUnit(a, b));
  const objects = sorted.map(([, object]) => object);
  // Of two objects of one name the first stands.
  const names = new Map([...keyed].reverse());
  const groups = new Map<string, Map<unknown, KubeObject[]>>();

  const groupsOf = (place: string, { key, read }: Term): Map<unknown, KubeObject[]> => {
    const known = groups.get(`${place}/${key}`) ?? grouped(objects, read);
    groups.set(`${place}/${key}`, known);
    return known;
  };

  return {
    named: (namespace, name) => names.get(keyOf(namespace, name)),
    selected: ({ labelSelector, fieldSelector }) => {
      const labels = termsOf(labelSelector, byLabel);
      const fields = termsOf(fieldSelector, byField);
      const terms = [...labels, ...fields];
      const first = terms.find(({ value }) => value !== undefined);
      const candidates =
        first === undefined
          ? objects
          : (groupsOf(labels.includes(first) ? 'label' : 'field', first).get(first.value) ?? []);
      return candidates.filter((object) => terms.every((term) => matches(object, term)));
    },
  };
};
