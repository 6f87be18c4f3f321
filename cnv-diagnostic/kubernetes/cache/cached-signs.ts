import { ok, type Fact } from '@cnv-ai/engine/kubernetes';
import type { Signs } from '@cnv-ai/engine/fleet';
import type { Source } from '@cnv-ai/engine/search';
import type { WatchCache } from './watch-cache';

/** The signs that are held, as far as the caller may open their kinds. */
export const cachedSigns = (
  { open }: Pick<Source, 'open'>,
  { signs: { machines, instances } }: Pick<WatchCache, 'signs'>,
  asOf: number,
): Signs => {
  const opened = async <T>(
    kind: 'virtualMachines' | 'virtualMachineInstances',
    namespace: string | undefined,
    held: (namespace?: string) => T[],
  ): Promise<Fact<T[]>> => {
    const fact = await open(kind, namespace);
    return fact.state === 'ok' ? ok(held(namespace)) : fact;
  };
  return {
    machines: (namespace) => opened('virtualMachines', namespace, machines),
    instances: (namespace) => opened('virtualMachineInstances', namespace, instances),
    asOf,
  };
};
