import { isDeleting } from '../kubernetes';
import type { Facts } from './facts';
import { isReady, wantsToRun } from './intent';
import type { Finding } from './rule';
import { firstMatch, saidByConditions, saidByEvents } from './statements';

type RequestFacts = Pick<Facts, 'reported' | 'vm' | 'vmi' | 'events'>;

/** A request that was refused, and how far that is proven. */
export type Refused = Pick<Finding, 'severity' | 'confidence' | 'blocking' | 'evidence'> & {
  readonly match: RegExpExecArray;
};

/**
 * Where the API server refused a request: one of the controllers, which conditions and events
 * keep, or the caller's own, of which nothing is left but what the caller was told. A VM that runs
 * all the same lost no more than that change.
 */
export const refusedRequest = (
  { reported, vm, vmi, events }: RequestFacts,
  pattern: RegExp,
): Refused | undefined => {
  const isOver = isReady(vm) || (vmi === undefined && !isDeleting(vm) && !wantsToRun(vm, vmi));
  const said = firstMatch(
    [...saidByConditions(vm, vmi), ...(isOver ? [] : saidByEvents(events)), ...reported],
    pattern,
  );
  if (said === undefined) return undefined;
  const { source, evidence } = said.statement;
  return {
    match: said.match,
    severity: isReady(vm) ? 'warning' : 'critical',
    confidence: source === 'condition' ? 'certain' : 'likely',
    blocking: !isReady(vm),
    evidence: [evidence],
  };
};
