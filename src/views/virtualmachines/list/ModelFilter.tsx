import { Button, Flex, Stack, StackItem } from '@patternfly/react-core';
import type { Predicate } from '@cnv-ai/engine/search';
import { useRequestInterpretation } from '../../../answers/useInterpretation';
import { usePluginTranslation } from '../../../i18n';
import type { ToolUse } from '../../lightspeed/answer-state';
import { modelSearch, type ModelSearch } from '../../lightspeed/search-args';
import { ChipList } from './ChipList';

type MadeFilterProps = {
  readonly search: ModelSearch;
  readonly onApply: (filter: Predicate) => void;
};

const MadeFilter = ({ search, onApply }: MadeFilterProps) => {
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

export type ModelFilterProps = {
  /** What the model used for its answer. */
  readonly tools: readonly ToolUse[];
  readonly onApply: (filter: Predicate) => void;
};

/** The filter a model made of the question, and the way to see its machines in the page's table. */
export const ModelFilter = ({ tools, onApply }: ModelFilterProps) => {
  const search = modelSearch(tools);
  return search === undefined ? null : <MadeFilter onApply={onApply} search={search} />;
};
