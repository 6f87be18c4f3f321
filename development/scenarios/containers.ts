import { byCodeUnit, listAt, recordAt, textAt, type KubeObject } from '@cnv-ai/engine/kubernetes';

const namesAt = (pod: KubeObject, ...path: string[]): string[] =>
  listAt(pod, ...path).flatMap((container) => textAt(container, 'name') ?? []);

const containersOf = (pod: KubeObject, place: 'containers' | 'initContainers') => {
  const known = namesAt(pod, 'spec', place);
  const told = namesAt(pod, 'status', `${place.slice(0, -1)}Statuses`);
  const missing = told.filter((name) => !known.includes(name)).sort(byCodeUnit);
  return missing.length === 0
    ? {}
    : { [place]: [...listAt(pod, 'spec', place), ...missing.map((name) => ({ name }))] };
};

/** A pod whose spec has every container its status speaks of, as the console relies on. */
export const withContainers = (object: KubeObject): KubeObject =>
  textAt(object, 'kind') === 'Pod'
    ? {
        ...object,
        spec: {
          ...recordAt(object, 'spec'),
          ...containersOf(object, 'containers'),
          ...containersOf(object, 'initContainers'),
        },
      }
    : object;
