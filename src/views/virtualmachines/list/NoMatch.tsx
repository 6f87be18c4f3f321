import {
  Button,
  EmptyState,
  EmptyStateBody,
  EmptyStateFooter,
  List,
  ListItem,
} from '@patternfly/react-core';
import { SearchIcon } from '@patternfly/react-icons';
import type { SearchResult } from '@cnv-ai/engine/search';
import { usePluginTranslation } from '../../../i18n';
import { useChipText } from './ChipLabel';

export type NoMatchProps = {
  readonly result: SearchResult;
  readonly onRemove: (chipId: string) => void;
};

/** Nothing matches: which single constraint stands in the way. */
export const NoMatch = ({ result, onRemove }: NoMatchProps) => {
  const { t } = usePluginTranslation();
  const name = useChipText();
  const ways = (result.withoutChip ?? []).flatMap(({ chipId, total }) => {
    const chip = result.interpretation.chips.find(({ id }) => id === chipId);
    return chip === undefined || total === 0 ? [] : [{ chip, total }];
  });
  return (
    <EmptyState
      data-test="ai-search-empty"
      headingLevel="h2"
      icon={SearchIcon}
      titleText={t('No VirtualMachines match')}
    >
      <EmptyStateBody>
        {ways.length === 0
          ? t('Change or remove a constraint above, or ask in other words.')
          : t('One constraint less finds some:')}
      </EmptyStateBody>
      {ways.length === 0 ? null : (
        <EmptyStateFooter>
          <List isPlain>
            {ways.map(({ chip, total }) => (
              <ListItem key={chip.id}>
                <Button
                  data-test="ai-search-without-chip"
                  isInline
                  onClick={() => onRemove(chip.id)}
                  variant="link"
                >
                  {t('{{count}} VMs without “{{constraint}}”', {
                    count: total,
                    constraint: name(chip),
                  })}
                </Button>
              </ListItem>
            ))}
          </List>
        </EmptyStateFooter>
      )}
    </EmptyState>
  );
};
