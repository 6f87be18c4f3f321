import { nameOf, namespaceOf, stubOf, type KubeObject } from '@cnv-ai/engine/kubernetes';
import type { Feed } from '@cnv-ai/engine/search';

/**
 * The part of a feed that is one namespace's: a list of it replaces what came from there before and
 * leaves the rest alone.
 */
export const namespacedFeed = (feed: Feed, namespace: string): Feed => {
  let known = new Set<string>();
  const belongs = (object: KubeObject): boolean => namespaceOf(object) === namespace;
  return {
    ...feed,
    size: () => known.size,
    begin: () => {
      const listed = new Set<string>();
      return {
        add: (object) => {
          if (!belongs(object)) return;
          listed.add(nameOf(object));
          feed.set(object);
        },
        finish: () => {
          for (const name of known) if (!listed.has(name)) feed.remove(stubOf(namespace, name));
          known = listed;
        },
      };
    },
    set: (object) => {
      if (!belongs(object)) return;
      known.add(nameOf(object));
      feed.set(object);
    },
    remove: (object) => {
      known.delete(nameOf(object));
      feed.remove(object);
    },
  };
};
