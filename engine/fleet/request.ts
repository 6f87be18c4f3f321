import { labelsOf, type KubeObject } from '../kubernetes';
import { say, type Message } from '../messages';
import { compile } from '../search/query/compile';
import { toRecord } from '../search/records/record';
import { parseSelector } from '../search/results/selector';
import { isCursor } from './cursor';
import type { FleetRequest } from './types';

export const MOST_DIAGNOSED = 1000;

/** Whether a VM is asked about. */
export type Keeps = (vm: KubeObject) => boolean;

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

const problemOf = ({ limit = MOST_DIAGNOSED, cursor }: FleetRequest): Message | undefined => {
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_DIAGNOSED) {
    return say('limit cannot be {{value}}; give a whole number from 1 to {{most}}.', {
      value: limit,
      most: MOST_DIAGNOSED,
    });
  }
  return cursor === undefined || isCursor(cursor)
    ? undefined
    : say('cursor is not one of this list. Ask again without it.');
};

/** Which VMs a request is about, or what is wrong with it. */
export const readRequest = (request: FleetRequest, now: number): Keeps | Message => {
  const keeps = selectorTest(request.labelSelector, now);
  return 'id' in keeps ? keeps : (problemOf(request) ?? keeps);
};
