import { at, isRecord, type KubeObject } from '../../kubernetes';

/** What `.spec.template.spec` may say about where the machine runs. */
export const SCHEDULING = ['affinity', 'nodeSelector', 'tolerations'] as const;

export type Scheduling = Readonly<Record<(typeof SCHEDULING)[number], boolean>>;

const saysSomething = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : isRecord(value) && Object.keys(value).length > 0;

export const readScheduling = (vm: KubeObject): Scheduling => {
  const says = (key: keyof Scheduling): boolean =>
    saysSomething(at(vm, 'spec', 'template', 'spec', key));
  return {
    affinity: says('affinity'),
    nodeSelector: says('nodeSelector'),
    tolerations: says('tolerations'),
  };
};
