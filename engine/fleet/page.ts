import { conditionOf, RESOURCES, type Fact, type Reader } from '../kubernetes';
import { diagnose, type Unchecked, type Verdict } from '../diagnosis';
import { caseOf } from './case-of';
import type { Case } from './cases';
import type { Surveyed } from './survey';
import type { FleetOptions } from './types';

/** Diagnoses that run side by side. Their reads are shared; more would only hold more in memory. */
const AT_ONCE = 32;

/** Those a page begins with: few, so that a slow machine is done with them in the time it has. */
const AT_FIRST = 8;

/** What one diagnosis gave. */
export type Looked = {
  readonly verdict: Verdict;
  readonly found?: Case;
  readonly unchecked: readonly Unchecked[];
};

/** A diagnosis, and whether one of its reads was given up because the time was used up. */
type Look = { readonly machine: Surveyed; readonly looked: Looked; readonly isLate: boolean };

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
    },
  };
};

const lookAt = async (
  inner: Reader,
  machine: Surveyed,
  now: number,
  forModel: boolean,
): Promise<Look> => {
  const { namespace, name } = machine;
  const { reader, isLate } = timed(inner);
  const request = { namespace, vmName: name };
  const diagnosis = await diagnose(reader, request, now, { forModel, brief: true });
  const vm = await reader.get(RESOURCES.virtualMachines, namespace, name);
  const object = vm.state === 'ok' ? vm.value : undefined;
  const found = caseOf(diagnosis, object, conditionOf(object, 'Ready')?.status === 'True');
  const { verdict, unchecked } = diagnosis;
  const looked = { verdict, unchecked, ...(found === undefined ? {} : { found }) };
  return { machine, looked, isLate: isLate() };
};

/** Whether not even the VM itself was read. */
const sawNothing = ({ looked, isLate }: Look): boolean =>
  isLate && looked.verdict === 'unavailable';

/** All before the first that has this. */
export const until = <T>(all: readonly T[], has: (one: T) => boolean): readonly T[] => {
  const end = all.findIndex(has);
  return end < 0 ? all : all.slice(0, end);
};

/**
 * Diagnoses these VMs in their order, some at a time, until all are done or there is no time left.
 * What the time was too short for is not in the answer, unless it would be empty: then it is what
 * was seen of the first VMs, which says what was not read.
 */
export const lookAtAll = async (
  reader: Reader,
  machines: readonly Surveyed[],
  now: number,
  { forModel = false, hasTime = () => true, pause, progress }: FleetOptions,
): Promise<ReadonlyMap<Surveyed, Looked>> => {
  const looked = new Map<Surveyed, Looked>();
  while (looked.size < machines.length) {
    if (looked.size > 0 && !hasTime()) break;
    const start = looked.size;
    const batch = machines.slice(start, start === 0 ? AT_FIRST : start + AT_ONCE);
    const looks = await Promise.all(batch.map((one) => lookAt(reader, one, now, forModel)));
    const whole = until(looks, ({ isLate }) => isLate);
    const kept = start + whole.length === 0 ? until(looks, sawNothing) : whole;
    for (const { machine, looked: one } of kept) looked.set(machine, one);
    if (whole.length < looks.length) break;
    progress?.(looked.size, machines.length);
    await pause?.();
  }
  return looked;
};
