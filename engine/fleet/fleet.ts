import {
  byCodeUnit,
  conditionOf,
  formatTime,
  labelsOf,
  RESOURCES,
  type KubeObject,
  type Reader,
} from '../kubernetes';
import { english, say, type Message } from '../messages';
import { diagnose, unanswered, type Unchecked, type Verdict } from '../diagnosis';
import { uncheckedSentence } from '../diagnosis/unchecked';
import { compile } from '../search/query/compile';
import { parseSelector } from '../search/results/selector';
import { toRecord } from '../search/records/record';
import { caseOf, groupsOf, type Case } from './groups';
import { sharedReader } from './shared-reader';
import { survey, type Survey, type Surveyed } from './survey';
import type { Fleet, FleetOptions, FleetRequest } from './types';

export const MOST_DIAGNOSED = 1000;
/** Diagnoses that run side by side. Their reads are shared; more would only hold more in memory. */
const AT_ONCE = 16;

const noneOf = (): Record<Verdict, number> => ({
  healthy: 0,
  in_progress: 0,
  stopped: 0,
  problem: 0,
  unknown: 0,
  not_found: 0,
  forbidden: 0,
  unavailable: 0,
});

/** An answer about no VM, and why. */
export const noFleet = (
  outcome: 'forbidden' | 'unavailable',
  message: Message,
  now: number,
): Fleet => ({
  ...unanswered(outcome, message, formatTime(now)),
  byVerdict: noneOf(),
  scope: { namespaces: 0, hidden: true },
  groups: [],
  total: 0,
  remaining: 0,
  unchecked: [],
});

type Keeps = (vm: KubeObject) => boolean;

/** A test of labels, or what is wrong with the selector. */
const selectorTest = (selector: string | undefined, now: number): Keeps | Message => {
  if (selector === undefined || selector.trim() === '') return () => true;
  const terms = parseSelector(selector);
  const wrong = terms.find((term) => 'id' in term);
  if (wrong !== undefined && 'id' in wrong) return wrong;
  const all = terms.filter((term) => !('id' in term));
  const compiled = compile({ all }, { now, timeZone: 'UTC' });
  if ('problem' in compiled) return compiled.problem;
  const nobody = toRecord({});
  return (vm) => compiled.test({ ...nobody, labels: labelsOf(vm) }) === 'yes';
};

const toCursor = ({ namespace, name }: Surveyed): string => `${namespace}/${name}`;

const isAfter =
  (cursor: string | undefined) =>
  (machine: Surveyed): boolean => {
    if (cursor === undefined || cursor === '') return true;
    const [namespace = '', name = ''] = cursor.split('/');
    return (
      byCodeUnit(machine.namespace, namespace) > 0 ||
      (machine.namespace === namespace && byCodeUnit(machine.name, name) > 0)
    );
  };

const problemOf = ({ limit = MOST_DIAGNOSED, cursor }: FleetRequest): Message | undefined => {
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_DIAGNOSED) {
    return say('limit cannot be {{value}}; give a whole number from 1 to {{most}}.', {
      value: limit,
      most: MOST_DIAGNOSED,
    });
  }
  return cursor === undefined ||
    cursor === '' ||
    /^[a-z0-9][a-z0-9-]*\/[a-z0-9][a-z0-9.-]*$/.test(cursor)
    ? undefined
    : say('cursor is not one of this list. Ask again without it.');
};

/** The VMs of one page: as many as need no look, and at most `limit` that do. */
const pageOf = (machines: readonly Surveyed[], limit: number): readonly Surveyed[] => {
  let looks = 0;
  const end = machines.findIndex(({ verdict }) => {
    looks += verdict === undefined ? 1 : 0;
    return looks > limit;
  });
  return end < 0 ? machines : machines.slice(0, end);
};

type Looked = { readonly verdict: Verdict; readonly found?: Case; unchecked: readonly Unchecked[] };

const lookAt = async (
  reader: Reader,
  { namespace, name }: Surveyed,
  now: number,
  forModel: boolean,
): Promise<Looked> => {
  const request = { namespace, vmName: name };
  const diagnosis = await diagnose(reader, request, now, { forModel, brief: true });
  const { verdict, unchecked } = diagnosis;
  const vm = await reader.get(RESOURCES.virtualMachines, namespace, name);
  const machine = vm.state === 'ok' ? vm.value : undefined;
  const isWell = conditionOf(machine, 'Ready')?.status === 'True';
  const found = caseOf(diagnosis, machine, isWell);
  return { verdict, unchecked, ...(found === undefined ? {} : { found }) };
};

/** One entry for each kind and reason, whatever the namespace. */
const summarise = (all: readonly Pick<Unchecked, 'resource' | 'reason' | 'couldHide'>[]) => {
  const entries = new Map<
    string,
    Pick<Unchecked, 'resource' | 'reason'> & { hides: Set<string> }
  >();
  for (const { resource, reason, couldHide } of all) {
    const key = `${resource}/${reason}`;
    const entry = entries.get(key) ?? { resource, reason, hides: new Set<string>() };
    for (const id of couldHide) entry.hides.add(id);
    entries.set(key, entry);
  }
  return [...entries.entries()]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([, { resource, reason, hides }]): Unchecked => {
      const message = uncheckedSentence({ plural: resource, reason });
      return {
        resource,
        reason,
        message: english(message),
        messageMessage: message,
        couldHide: [...hides].sort(byCodeUnit),
      };
    });
};

const LEFT_OUT = say('Labels of some projects cannot be read; those projects are left out.');

const uncheckedOf = ({ missed, leftOut }: Survey, looked: readonly Looked[]): Unchecked[] => [
  ...summarise([
    ...missed.map(({ resource: { plural }, reason }) => ({
      resource: plural,
      reason,
      couldHide: [],
    })),
    ...looked.flatMap(({ unchecked }) => unchecked),
  ]),
  ...(leftOut
    ? [
        {
          resource: RESOURCES.namespaces.plural,
          reason: 'forbidden' as const,
          message: english(LEFT_OUT),
          messageMessage: LEFT_OUT,
          couldHide: [],
        },
      ]
    : []),
];

/**
 * Diagnoses every VM the caller may see that is not plainly well, and groups those that fail. A
 * page ends at `limit` diagnoses, or when `hasTime` says so; `nextCursor` goes on from there.
 */
export const diagnoseFleet = async (
  reader: Reader,
  request: FleetRequest,
  now: number,
  options: FleetOptions = {},
): Promise<Fleet> => {
  const { forModel = false, hasTime = () => true, pause, progress } = options;
  const keeps = selectorTest(request.labelSelector, now);
  const problem = 'id' in keeps ? keeps : problemOf(request);
  if ('id' in keeps || problem !== undefined) {
    return noFleet('unavailable', problem ?? say(''), now);
  }
  const seen = await survey(reader, request, keeps, now, forModel);
  if ('reason' in seen) {
    return noFleet(seen.reason === 'forbidden' ? 'forbidden' : 'unavailable', seen.message, now);
  }
  const rest = seen.machines.filter(isAfter(request.cursor));
  const page = pageOf(rest, request.limit ?? MOST_DIAGNOSED);
  const looks = page.filter(({ verdict }) => verdict === undefined);
  const shared = sharedReader(reader, [...new Set(looks.map(({ namespace }) => namespace))]);
  const looked = new Map<Surveyed, Looked>();
  for (let start = 0; start < looks.length; start += AT_ONCE) {
    if (start > 0 && !hasTime()) break;
    const batch = looks.slice(start, start + AT_ONCE);
    const found = await Promise.all(batch.map((one) => lookAt(shared, one, now, forModel)));
    found.forEach((one, index) => {
      const machine = batch[index];
      if (machine !== undefined) looked.set(machine, one);
    });
    progress?.(looked.size, looks.length);
    await pause?.();
  }
  const cut = page.findIndex((one) => one.verdict === undefined && !looked.has(one));
  const done = cut < 0 ? page : page.slice(0, cut);
  const byVerdict = noneOf();
  for (const one of done) byVerdict[one.verdict ?? looked.get(one)?.verdict ?? 'unknown'] += 1;
  const results = [...looked.values()];
  const cases = results.flatMap(({ found }) => found ?? []);
  const last = done.at(-1);
  const remaining = rest.length - done.length;
  return {
    outcome: 'ok',
    ...(remaining > 0 && last !== undefined ? { nextCursor: toCursor(last) } : {}),
    byVerdict,
    scope: seen.scope,
    groups: groupsOf(cases),
    total: cases.length,
    remaining,
    unchecked: uncheckedOf(seen, results),
    asOf: formatTime(now),
  };
};
