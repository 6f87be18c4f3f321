import { conditionOf, RESOURCES, type Fact, type Reader } from '../kubernetes';
import { diagnose, type Unchecked, type Verdict } from '../diagnosis';
import { caseOf } from './case-of';
import type { Case } from './cases';
import type { Surveyed } from './survey';
import type { FleetOptions } from './types';

/** Diagnoses that run side by side. Their reads are shared; more would only hold more in memory. */
const AT_ONCE = 32;

/** What one diagnosis gave. */
export type Looked = {
  readonly verdict: Verdict;
  readonly found?: Case;
  readonly unchecked: readonly Unchecked[];
};

/** `undefined` when there was no time left to read the VM itself. */
const lookAt = async (
  reader: Reader,
  { namespace, name }: Surveyed,
  now: number,
  forModel: boolean,
): Promise<Looked | undefined> => {
  const request = { namespace, vmName: name };
  const diagnosis = await diagnose(reader, request, now, { forModel, brief: true });
  const { verdict, unchecked } = diagnosis;
  const vm = await reader.get(RESOURCES.virtualMachines, namespace, name);
  const machine = vm.state === 'ok' ? vm.value : undefined;
  const isWell = conditionOf(machine, 'Ready')?.status === 'True';
  const found = caseOf(diagnosis, machine, isWell);
  const isLate = vm.state === 'unread' && vm.reason === 'deadline';
  if (isLate && verdict === 'unavailable') return undefined;
  return { verdict, unchecked, ...(found === undefined ? {} : { found }) };
};

/** The same reader, and whether one of its reads was given up because the time was used up. */
const timed = (inner: Reader): { reader: Reader; isLate: () => boolean } => {
  let isLate = false;
  const noted = async <T>(reading: Promise<Fact<T>>): Promise<Fact<T>> => {
    const fact = await reading;
    isLate ||= fact.state === 'unread' && fact.reason === 'deadline';
    return fact;
  };
  return {
    isLate: () => isLate,
    reader: {
      get: (...wanted) => noted(inner.get(...wanted)),
      list: (...wanted) => noted(inner.list(...wanted)),
      log: (...wanted) => noted(inner.log(...wanted)),
    },
  };
};

/**
 * Diagnoses these VMs in their order, some at a time, until all are done or there is no time left.
 * What the time was too short for is not in the answer, unless it would be empty.
 */
export const lookAtAll = async (
  inner: Reader,
  machines: readonly Surveyed[],
  now: number,
  { forModel = false, hasTime = () => true, pause, progress }: FleetOptions,
): Promise<ReadonlyMap<Surveyed, Looked>> => {
  const looked = new Map<Surveyed, Looked>();
  const { reader, isLate } = timed(inner);
  for (let start = 0; start < machines.length; start += AT_ONCE) {
    if (start > 0 && !hasTime()) break;
    const batch = machines.slice(start, start + AT_ONCE);
    const found = await Promise.all(batch.map((one) => lookAt(reader, one, now, forModel)));
    if (start > 0 && isLate()) break;
    for (const [index, machine] of batch.entries()) {
      const one = found[index];
      if (one === undefined) return looked;
      looked.set(machine, one);
    }
    progress?.(looked.size, machines.length);
    await pause?.();
  }
  return looked;
};
