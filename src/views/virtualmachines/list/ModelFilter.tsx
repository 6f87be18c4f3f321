import { Button, Flex, Stack, StackItem } from '@patternfly/react-core';
import type { Predicate } from '@cnv-ai/engine/search';
import { useRequestInterpretation } from '../../../answers/useInterpretation';
import { usePluginTranslation } from '../../../i18n';
import type { ModelSearch } from '../../lightspeed/search-args';
import { ChipList } from './ChipList';

export type ModelFilterProps = {
  readonly search: ModelSearch;
  readonly onApply: (filter: Predicate) => void;
};

/** The filter a model made of the question, and the way to see its machines in the page's table. */
export const ModelFilter = ({ search, onApply }: ModelFilterProps) => {
  const { t } = usePluginTranslation();
  const read = useRequestInterpretation(search.filters);
  if (read?.outcome !== 'ok') return null;
  const { chips, where } = read.interpretation;
  return (
    <Stack data-test="ai-model-filter" hasGutter>
      <StackItem>{t('Lightspeed’s filter')}</StackItem>
      <StackItem>
        <ChipList chips={chips} />
      </StackItem>
      <StackItem>
        <Flex columnGap={{ default: 'columnGapSm' }}>
          <Button
            data-test="ai-model-filter-apply"
            onClick={() => onApply(where)}
            size="sm"
            variant="secondary"
          >
            {t('Show in the table')}
          </Button>
          {search.total === undefined ? null : (
            <small>{t('{{count}} VMs', { count: search.total })}</small>
          )}
        </Flex>
      </StackItem>
    </Stack>
  );
};
