import { useState } from 'react';
import { Button, Stack, StackItem } from '@patternfly/react-core';
import type { Fleet, FleetGroup } from '@cnv-ai/engine/fleet';
import { UncheckedList } from '../../../components/UncheckedList';
import { usePluginTranslation } from '../../../i18n';
import { FleetGroupCard } from './FleetGroupCard';
import { FleetSummary } from './FleetSummary';

const keyOf = ({ rootCauseId, commonFactor }: FleetGroup): string =>
  `${rootCauseId}/${commonFactor?.kind ?? ''}/${commonFactor?.name ?? ''}`;

/** Drawn at first; the rest on demand. */
const SHOWN = 100;

/** The problems of a fleet, the one that stops most machines first: on its page and in the chat. */
export const FleetFindings = ({ fleet }: { fleet: Fleet }) => {
  const { t } = usePluginTranslation();
  const [all, setAll] = useState(false);
  const { groups, unchecked } = fleet;
  const shown = all ? groups : groups.slice(0, SHOWN);
  return (
    <Stack hasGutter>
      <StackItem aria-live="polite">
        <FleetSummary fleet={fleet} />
      </StackItem>
      {shown.map((group) => (
        <StackItem key={keyOf(group)}>
          <FleetGroupCard group={group} />
        </StackItem>
      ))}
      {shown.length < groups.length ? (
        <StackItem>
          <Button data-test="ai-fleet-all" isInline onClick={() => setAll(true)} variant="link">
            {t('Show {{count}} more', { count: groups.length - shown.length })}
          </Button>
        </StackItem>
      ) : null}
      {unchecked.length === 0 ? null : (
        <StackItem>
          <UncheckedList unchecked={unchecked} />
        </StackItem>
      )}
    </Stack>
  );
};
