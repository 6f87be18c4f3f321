import {
  isOptedOut,
  labelsIn,
  RESOURCES,
  unread,
  type Fact,
  type KubeObject,
  type Reader,
  type Resource,
} from '../../kubernetes';
import { say } from '../../messages';

/**
 * The same reader for the diagnosis of a VM in project `own`, which gives nothing of another
 * project that is left out. The labels of each other project are read once, beside the first of its
 * objects: that costs no wave. What they forbid is unread, whether or not it exists.
 *
 * Not asked is the OpenShift project of the same name, which would cost one: every default role
 * that grants the one grants the other, and the namespace of the golden images may be read by all.
 */
export const guarded = (reader: Reader, own: string, forModel: boolean): Reader => {
  const homes = new Map<string, Promise<Fact<KubeObject>>>();
  const homeOf = (namespace: string): Promise<Fact<KubeObject>> => {
    const home = homes.get(namespace) ?? reader.get(RESOURCES.namespaces, undefined, namespace);
    homes.set(namespace, home);
    return home;
  };

  const guard = async <T>(
    { plural }: Resource,
    namespace: string | undefined,
    reading: Promise<Fact<T>>,
  ): Promise<Fact<T>> => {
    if (namespace === undefined || namespace === own) return reading;
    const [home, fact] = await Promise.all([homeOf(namespace), reading]);
    return fact.state === 'unread' ? fact : (withheld(home, plural, namespace, forModel) ?? fact);
  };

  return {
    get: (resource, namespace, name) =>
      guard(resource, namespace, reader.get(resource, namespace, name)),
    list: (resource, query, project) =>
      guard(resource, query.namespace, reader.list(resource, query, project)),
  };
};

/** Why nothing is told of a project; `undefined` where it may be. */
const withheld = (
  home: Fact<KubeObject>,
  what: string,
  namespace: string,
  forModel: boolean,
): Fact<never> | undefined => {
  if (!isOptedOut(labelsIn(home), forModel)) return undefined;
  if (home.state === 'unread') {
    return unread(
      home.reason,
      home.message,
      say(
        'The labels of project {{namespace}} cannot be read, so its {{what}} are kept from the model.',
        { namespace, what },
      ),
    );
  }
  return unread(
    'forbidden',
    '',
    say(
      'Project {{namespace}} is left out of AI assistance by its administrator: its {{what}} were not looked at.',
      { namespace, what },
    ),
  );
};
