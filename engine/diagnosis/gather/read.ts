import {
  apiVersionOf,
  nameOf,
  type Fact,
  type KubeObject,
  type ListQuery,
  type Path,
  type Reader,
  type Resource,
} from '../../kubernetes';
import type { Gathered, Lookup, Missed } from '../facts';

/** A name somewhere in an object that stands for another object. */
export type Reference = {
  readonly resource: Resource;
  readonly namespace?: string;
  readonly name: string;
  readonly namedBy: KubeObject;
  readonly path: Path;
};

/** A need that nothing had to be read for. */
export const known = <T>(value: T): Gathered<T> => ({ value, missed: [] });

type Unread = Extract<Fact<never>, { state: 'unread' }>;

const missedOf = (
  resource: Resource,
  { reason, message, because }: Unread,
  place: Pick<Missed, 'namespace' | 'name'>,
): Missed => ({
  resource,
  reason,
  message,
  ...place,
  ...(because === undefined ? {} : { because }),
});

const placeOf = (namespace: string | undefined): Pick<Missed, 'namespace'> =>
  namespace === undefined ? {} : { namespace };

/** One object; `value.object` is absent when the API server answered 404. */
export const readOne = async (
  reader: Reader,
  resource: Resource,
  namespace: string | undefined,
  name: string,
): Promise<Gathered<{ object?: KubeObject }>> => {
  const fact = await reader.get(resource, namespace, name);
  if (fact.state === 'ok') return known({ object: fact.value });
  if (fact.state === 'absent') return known({});
  return { missed: [missedOf(resource, fact, { ...placeOf(namespace), name })] };
};

/** A reader that tells how many reads were asked of it. */
export const countReads = (inner: Reader): { reader: Reader; made: () => number } => {
  let made = 0;
  const count = <T>(answer: T): T => {
    made += 1;
    return answer;
  };
  return {
    made: () => made,
    reader: {
      get: (...wanted) => count(inner.get(...wanted)),
      list: (...wanted) => count(inner.list(...wanted)),
    },
  };
};

/** The objects of a list that `keep` wants, or the part of each that `project` holds on to. */
export const readMany = async (
  reader: Reader,
  resource: Resource,
  query: ListQuery,
  keep: (object: KubeObject) => boolean = () => true,
  project: (object: KubeObject) => KubeObject = (object) => object,
): Promise<Gathered<KubeObject[]>> => {
  const fact = await reader.list(resource, query, (object) =>
    keep(object) ? project(object) : undefined,
  );
  if (fact.state === 'ok') return known(fact.value);
  if (fact.state === 'absent') return known([]);
  return { missed: [missedOf(resource, fact, placeOf(query.namespace))] };
};

/** One list after the other's way of failing: what was read, and what was missed of all. */
export const combine = <T>(parts: readonly Gathered<readonly T[]>[]): Gathered<readonly T[]> => {
  const read = parts.flatMap(({ value }) => (value === undefined ? [] : [value]));
  const missed = parts.flatMap((part) => part.missed);
  return read.length === 0 && missed.length > 0 ? { missed } : { value: read.flat(), missed };
};

const lookupOf = (
  { resource, namespace, name, namedBy, path }: Reference,
  object: KubeObject | undefined,
): Lookup => {
  const ref = { apiVersion: apiVersionOf(resource), kind: resource.kind };
  const place = { ...placeOf(namespace), name };
  return { ref: { ...ref, ...place }, namedBy, path, ...(object === undefined ? {} : { object }) };
};

const lookUp = async (reader: Reader, reference: Reference): Promise<Gathered<Lookup[]>> => {
  const { resource, namespace, name } = reference;
  const found = await readOne(reader, resource, namespace, name);
  return through(found, ({ object }) => [lookupOf(reference, object)]);
};

const placeKey = ({ resource, namespace = '' }: Reference): string =>
  `${resource.plural}/${namespace}`;

const distinct = (references: readonly Reference[]): Reference[] => [
  ...new Map(references.map((one) => [`${placeKey(one)}/${one.name}`, one])).values(),
];

/** The objects that references name, one read each; a name given twice is read once. */
export const lookUpAll = (
  reader: Reader,
  references: readonly Reference[],
): Promise<Gathered<readonly Lookup[]>> =>
  Promise.all(distinct(references).map((reference) => lookUp(reader, reference))).then(combine);

/** From so many of a kind in one project on, a list is less than a read of each. */
const MANY = 3;

const lookUpListed = async (
  reader: Reader,
  references: readonly Reference[],
): Promise<Gathered<readonly Lookup[]>> => {
  const [first] = references;
  if (first === undefined || references.length < MANY) return lookUpAll(reader, references);
  const { resource, namespace } = first;
  const names = new Set(references.map(({ name }) => name));
  const { value, missed } = await readMany(reader, resource, placeOf(namespace), (object) =>
    names.has(nameOf(object)),
  );
  if (value !== undefined) {
    const named = (name: string) => value.find((object) => nameOf(object) === name);
    return known(references.map((reference) => lookupOf(reference, named(reference.name))));
  }
  const mayGet = missed.every(({ reason, because }) => reason === 'forbidden' && !because);
  return mayGet ? lookUpAll(reader, references) : { missed };
};

/**
 * The same for what projects hold few of, such as images: many of one kind in a project are read in
 * a list of it, unless that is forbidden.
 */
export const lookUpTogether = async (
  reader: Reader,
  references: readonly Reference[],
): Promise<Gathered<readonly Lookup[]>> => {
  const all = distinct(references);
  const places = [...new Set(all.map(placeKey))];
  const parts = places.map((place) =>
    lookUpListed(
      reader,
      all.filter((one) => placeKey(one) === place),
    ),
  );
  return combine(await Promise.all(parts));
};

/** The same need seen through a function. */
export const through = <A, B>(
  { value, missed }: Gathered<A>,
  view: (value: A) => B,
): Gathered<B> => (value === undefined ? { missed } : { value: view(value), missed });
