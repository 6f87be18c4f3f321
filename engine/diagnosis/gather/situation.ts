import {
  textAt,
  uidOf,
  type KubeObject,
  type ListQuery,
  type Reader,
  type Resource,
} from '../../kubernetes';
import { isPreparing, isStarting, phaseOf } from '../intent';
import type { Gathered } from '../facts';
import { topicsOf, type Topic } from '../topics';
import type { DiagnosisRequest } from '../types';
import { known, readMany } from './read';

/** The VM, what it is about to do and what is asked: this decides which reads are worth making. */
export type Situation = {
  readonly reader: Reader;
  readonly namespace: string;
  readonly name: string;
  readonly machine: KubeObject;
  readonly instance: KubeObject | undefined;
  readonly starting: boolean;
  /** Starting, or its disks are being filled for the first start. */
  readonly preparing: boolean;
  readonly migrating: boolean;
  readonly nodeName: string;
  /** The uid of the instance that failed last, or nothing when that is the current one. */
  readonly failedUid: string;
  readonly asks: (...topics: Topic[]) => boolean;
  /** Whatever the VM names is read, whether or not it matters to what it does now. */
  readonly wantsAll: boolean;
  /** What cannot be known to be open to a model is not told. */
  readonly forModel: boolean;
};

export const situationOf = (
  reader: Reader,
  request: DiagnosisRequest,
  machine: KubeObject,
  instance: KubeObject | undefined,
  migrations: readonly KubeObject[],
): Omit<Situation, 'wantsAll' | 'forModel'> => {
  const topics = topicsOf(request);
  const failed = textAt(machine, 'status', 'startFailure', 'lastFailedVMIUID') ?? '';
  return {
    reader,
    namespace: request.namespace,
    name: request.vmName,
    machine,
    instance,
    starting: isStarting(machine, instance),
    preparing: isPreparing(machine, instance),
    migrating: migrations.some((one) => !['Succeeded', 'Failed'].includes(phaseOf(one) ?? '')),
    nodeName: textAt(instance, 'status', 'nodeName') ?? '',
    failedUid: failed === uidOf(instance) ? '' : failed,
    asks: (...wanted) => wanted.some((topic) => topics.has(topic)),
  };
};

/** A read that is made only when it can matter. */
export const when = <T>(
  condition: boolean,
  read: () => Promise<Gathered<T>>,
  otherwise: T,
): Promise<Gathered<T>> => (condition ? read() : Promise.resolve(known(otherwise)));

/** A list that is read only when it can matter; of the VM's own namespace where the kind has one. */
export const listWhen = (
  { reader, namespace }: Situation,
  condition: boolean,
  resource: Resource,
  keep?: (object: KubeObject) => boolean,
  selector: Pick<ListQuery, 'labelSelector'> = {},
): Promise<Gathered<readonly KubeObject[]>> =>
  when<readonly KubeObject[]>(
    condition,
    () =>
      readMany(
        reader,
        resource,
        { ...(resource.namespaced ? { namespace } : {}), ...selector },
        keep,
      ),
    [],
  );
