import { isDeleting } from '../kubernetes';
import type { Facts } from './facts';
import { isReady, wantsToRun } from './intent';
import type { Finding } from './rule';
import { firstMatch, saidByConditions, saidByEvents, type Statement } from './statements';

type RequestFacts = Pick<Facts, 'reported' | 'vm' | 'vmi' | 'events'>;

/** A request that was refused, and how far that is proven. */
export type Refused = Pick<Finding, 'severity' | 'confidence' | 'blocking' | 'evidence'> & {
  readonly match: RegExpExecArray;
};

const isSameMatter = (a: Statement, b: Statement): boolean =>
  a.reason === b.reason && a.about.kind === b.about.kind && a.about.name === b.about.name;

/** Of events, newest first, the last word on each matter. */
const lastWords = (events: readonly Statement[]): Statement[] =>
  events.filter((one, index) => !events.slice(0, index).some((newer) => isSameMatter(newer, one)));

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
  const told = isOver ? [] : lastWords(saidByEvents(events));
  const said = firstMatch([...saidByConditions(vm, vmi), ...told, ...reported], pattern);
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
