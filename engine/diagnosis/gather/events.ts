import {
  byCodeUnit,
  eventTimeOf,
  nameOf,
  RESOURCES,
  textAt,
  uidOf,
  type KubeObject,
  type Reader,
} from '../../kubernetes';
import type { Gathered } from '../facts';
import { combine, readMany, through } from './read';

/** Something events may be about. Without a uid any event of that kind and name counts. */
export type Subject = { readonly kind: string; readonly name: string; readonly uid?: string };

export const subject = (object: KubeObject): Subject => {
  const uid = uidOf(object);
  return {
    kind: textAt(object, 'kind') ?? '',
    name: nameOf(object),
    ...(uid === undefined ? {} : { uid }),
  };
};

const isAbout = (event: KubeObject, subjects: readonly Subject[]): boolean =>
  subjects.some((wanted) => {
    const uid = textAt(event, 'involvedObject', 'uid');
    return (
      textAt(event, 'involvedObject', 'kind') === wanted.kind &&
      textAt(event, 'involvedObject', 'name') === wanted.name &&
      (uid === undefined || uid === '' || wanted.uid === undefined || uid === wanted.uid)
    );
  });

/** Newest first, then by name: the same order on every cluster. */
export const newestFirst = (
  events: readonly KubeObject[],
  timeOf: (object: KubeObject) => string | undefined = eventTimeOf,
): KubeObject[] =>
  [...events].sort(
    (a, b) => byCodeUnit(timeOf(b) ?? '', timeOf(a) ?? '') || byCodeUnit(nameOf(a), nameOf(b)),
  );

/** The events about the subjects, one list per distinct name; events of an older uid are left out. */
export const readEvents = async (
  reader: Reader,
  namespace: string,
  subjects: readonly Subject[],
): Promise<Gathered<readonly KubeObject[]>> => {
  const names = [...new Set(subjects.map(({ name }) => name))];
  const lists = await Promise.all(
    names.map((name) =>
      readMany(
        reader,
        RESOURCES.events,
        { namespace, fieldSelector: `involvedObject.name=${name}` },
        (event) => isAbout(event, subjects),
      ),
    ),
  );
  return through(combine(lists), (events) => newestFirst(events));
};
