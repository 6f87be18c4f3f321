import type { Severity } from '../diagnosis';
import type { Message } from '../messages';
import type { Factor, Fleet, FleetGroup } from './types';

/** What is kept of one diagnosis of a VM that fails. */
export type Case = {
  readonly namespace: string;
  readonly name: string;
  readonly causeId: string;
  readonly title: Message;
  readonly severity: Severity;
  readonly others: readonly string[];
  readonly factors: readonly Factor[];
};

const casesOfGroup = (
  { rootCauseId, titleMessage, severity: usual, vms }: FleetGroup,
  factors: readonly Factor[],
): Case[] =>
  vms.map(({ namespace, name, others = [], severity = usual, factors: places = [] }) => ({
    namespace,
    name,
    causeId: rootCauseId,
    title: titleMessage,
    severity,
    others,
    factors: places.flatMap((place) => factors[place] ?? []),
  }));

/** The cases an answer was grouped from. */
export const casesOf = ({ groups, factors }: Pick<Fleet, 'groups' | 'factors'>): Case[] =>
  groups.flatMap((group) => casesOfGroup(group, factors));
