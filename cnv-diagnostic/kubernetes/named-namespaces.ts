import {
  isRecord,
  labelsOf,
  nameOf,
  ok,
  OPT_OUT_LABEL,
  RESOURCES,
  type KubeObject,
  type Reader,
  type Resource,
} from '@cnv-ai/engine/kubernetes';

const isHome = (resource: Resource): boolean =>
  resource === RESOURCES.namespaces || resource === RESOURCES.projects;

const leftOut = (object: KubeObject): KubeObject => ({
  ...object,
  metadata: {
    ...(isRecord(object.metadata) ? object.metadata : {}),
    labels: { ...labelsOf(object), [OPT_OUT_LABEL]: '' },
  },
});

/**
 * The same reader for an installation that is there for some namespaces only: every other one is
 * shown as left out by its administrator, so that no tool tells anything of it.
 */
export const namedOnly = (reader: Reader, names: readonly string[]): Reader => {
  const named = new Set(names);
  return {
    get: (resource, namespace, name) =>
      isHome(resource) && !named.has(name)
        ? Promise.resolve(ok(leftOut({ metadata: { name } })))
        : reader.get(resource, namespace, name),
    list: (resource, query, project) =>
      isHome(resource)
        ? reader.list(resource, query, (object) =>
            project(named.has(nameOf(object)) ? object : leftOut(object)),
          )
        : reader.list(resource, query, project),
  };
};
