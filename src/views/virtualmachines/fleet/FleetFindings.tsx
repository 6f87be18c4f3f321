import { Stack, StackItem } from '@patternfly/react-core';
import type { Fleet, FleetGroup } from '@cnv-ai/engine/fleet';
import { UncheckedList } from '../../../components/UncheckedList';
import { FleetGroupCard } from './FleetGroupCard';
import { FleetSummary } from './FleetSummary';

const keyOf = ({ rootCauseId, commonFactor }: FleetGroup): string =>
  `${rootCauseId}/${commonFactor?.kind ?? ''}/${commonFactor?.name ?? ''}`;

/** The problems of a fleet, the one that stops most machines first: on its page and in the chat. */
export const FleetFindings = ({ fleet }: { fleet: Fleet }) => (
  <Stack hasGutter>
    <StackItem aria-live="polite">
      <FleetSummary fleet={fleet} />
    </StackItem>
    {fleet.groups.map((group) => (
      <StackItem key={keyOf(group)}>
        <FleetGroupCard group={group} />
      </StackItem>
    ))}
    {fleet.unchecked.length === 0 ? null : (
      <StackItem>
        <UncheckedList unchecked={fleet.unchecked} />
      </StackItem>
    )}
  </Stack>
);
