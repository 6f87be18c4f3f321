import {
  byCodeUnit,
  eventTimeOf,
  nameOf,
  namespaceOf,
  RESOURCES,
  textAt,
  uidOf,
  type KubeObject,
  type Reader,
} from '../../kubernetes';
import type { Gathered } from '../facts';
import { combine, readMany, through } from './read';

/** Something events may be about. Without a uid any event of that kind and name counts. */
export type Subject = {
  readonly kind: string;
  readonly name: string;
  readonly uid?: string;
  /** Where it is not the VM's own. */
  readonly namespace?: string;
};

export const subject = (object: KubeObject): Subject => {
  const [uid, namespace] = [uidOf(object), namespaceOf(object)];
  return {
    kind: textAt(object, 'kind') ?? '',
    name: nameOf(object),
    ...(uid === undefined ? {} : { uid }),
    ...(namespace === undefined ? {} : { namespace }),
  };
};

const isNamed = (event: KubeObject, { kind, name }: Subject): boolean =>
  textAt(event, 'involvedObject', 'kind') === kind &&
  textAt(event, 'involvedObject', 'name') === name;

const isAbout = (event: KubeObject, subjects: readonly Subject[]): boolean => {
  const uid = textAt(event, 'involvedObject', 'uid') ?? '';
  return subjects.some(
    (wanted) =>
      isNamed(event, wanted) && (uid === '' || wanted.uid === undefined || uid === wanted.uid),
  );
};

/** Events of the subjects as they are now, and of instances that bore their names before. */
export type ReadEvents = {
  readonly current: Gathered<readonly KubeObject[]>;
  readonly earlier: Gathered<readonly KubeObject[]>;
};

const DISRUPTIONS = ['Preempted', 'TaintManagerEviction'] as const;
const SUFFIX = 5;

/** True for the name of any launcher pod of this VM: Kubernetes adds five characters. */
const isLauncherOf = (pod: string, vm: string): boolean => {
  const start = `virt-launcher-${vm}-`;
  const rest = pod.slice(start.length);
  return pod.startsWith(start) && rest.length === SUFFIX && !rest.includes('-');
};

/** Events about launcher pods that were taken off their node, and may be gone since. */
export const readDisruptions = (
  reader: Reader,
  namespace: string,
  vm: string,
): Promise<Gathered<readonly KubeObject[]>> =>
  Promise.all(
    DISRUPTIONS.map((reason) =>
      readMany(
        reader,
        RESOURCES.events,
        { namespace, fieldSelector: `reason=${reason}` },
        (event) =>
          textAt(event, 'involvedObject', 'kind') === 'Pod' &&
          isLauncherOf(textAt(event, 'involvedObject', 'name') ?? '', vm),
      ),
    ),
  ).then(combine);

/** Newest first, then by name: the same order on every cluster. */
export const newestFirst = (
  events: readonly KubeObject[],
  timeOf: (object: KubeObject) => string | undefined = eventTimeOf,
): KubeObject[] =>
  [...events].sort(
    (a, b) => byCodeUnit(timeOf(b) ?? '', timeOf(a) ?? '') || byCodeUnit(nameOf(a), nameOf(b)),
  );

/** The events about the subjects, one list per distinct name; those of an older uid apart. */
export const readEvents = async (
  reader: Reader,
  namespace: string,
  subjects: readonly Subject[],
): Promise<ReadEvents> => {
  const places = new Map(
    subjects.map(({ name, namespace: place = namespace }) => [`${place}/${name}`, { name, place }]),
  );
  const lists = await Promise.all(
    [...places.values()].map(({ name, place }) =>
      readMany(
        reader,
        RESOURCES.events,
        { namespace: place, fieldSelector: `involvedObject.name=${name}` },
        (event) => subjects.some((wanted) => isNamed(event, wanted)),
      ),
    ),
  );
  const all = combine(lists);
  const those = (isWanted: (event: KubeObject) => boolean) =>
    through(all, (events) => newestFirst(events.filter(isWanted)));
  return {
    current: those((event) => isAbout(event, subjects)),
    earlier: those((event) => !isAbout(event, subjects)),
  };
};
