import { say } from '../../messages';
import type { Aggregate } from '../types';
import type { Question, Scene } from './draft';
import { learnt } from './further';

/** What is wanted of the matches, beside the list. */
export type Wanted = {
  aggregate?: Omit<Aggregate, 'title' | 'value' | 'groups'>;
  sort?: { field: string; descending: boolean };
  limit?: number;
  /** "top 5": the order is still to come. */
  top?: boolean;
  /** "ordena las VMs": by what is still to come. */
  sorted?: boolean;
  /** "biggest": by what may still be said. */
  superlative?: boolean;
  /** "last 3 VMs", "first VM": the verb is still to come. */
  recent?: 'last' | 'first' | undefined;
};

export type Step = { next: number; wanted: Wanted; question?: Question };

/** Counts, groups, sums, order and limit. */
export const resultStep = (scene: Scene, at: number, wanted: Wanted): Step | undefined =>
  learnt().groupStep?.(scene, at, wanted) ??
  learnt().rankStep?.(scene, at, wanted) ??
  learnt().orderStep?.(scene, at, wanted) ??
  learnt().countStep?.(scene, at, wanted);

/** "the oldest 3 in each namespace", "most memory per namespace" */
export const isWithinGroups = ({ limit, sort, aggregate, superlative: most }: Wanted): boolean =>
  (limit !== undefined || most === true) && sort !== undefined && aggregate?.by !== undefined;

export const WITHIN_GROUPS: Question = {
  outcome: 'ambiguous',
  message: say(
    'Machines are ranked all together, not within each group. Ask for one group at a time.',
  ),
  suggestions: [],
};

/** "top 5 VMs" does not say by what. */
export const unresolvedTop = (sentence: string): Question => ({
  outcome: 'ambiguous',
  message: say('Top by what? For example “by memory” or “by created”.'),
  suggestions: [`${sentence} by memory`, `${sentence} by vcpu`],
});
