import { Button, List, ListItem, Stack, StackItem } from '@patternfly/react-core';
import type { SearchOutcome, SearchResult } from '@cnv-ai/engine/search';
import { AIEnhancedErrorAlert } from '../../../components/AIEnhancedErrorAlert';
import { InlineAlert } from '../../../components/InlineAlert';
import { useMessage, usePluginTranslation } from '../../../i18n';

const useTitle = (outcome: SearchOutcome): string => {
  const { t } = usePluginTranslation();
  return {
    ok: t('Understood'),
    not_understood: t('Part of the question was not understood'),
    ambiguous: t('The question has more than one meaning'),
    out_of_scope: t('This cannot be answered by looking for VirtualMachines'),
    forbidden: t('You may not list these VirtualMachines'),
    unavailable: t('The cluster gave no answer'),
  }[outcome];
};

export type ClarificationProps = {
  readonly result: Pick<
    SearchResult,
    'outcome' | 'clarification' | 'clarificationMessage' | 'suggestions'
  >;
  readonly onAsk: (sentence: string) => void;
  readonly onRetry: () => void;
};

/** The question back: nothing is searched until it is answered. */
export const Clarification = ({ result, onAsk, onRetry }: ClarificationProps) => {
  const { t } = usePluginTranslation();
  const message = useMessage();
  const { outcome, clarificationMessage, clarification, suggestions = [] } = result;
  const title = useTitle(outcome);
  const sentence =
    clarificationMessage === undefined ? (clarification ?? '') : message(clarificationMessage);
  if (outcome === 'forbidden' || outcome === 'unavailable') {
    return (
      <div data-outcome={outcome} data-test="ai-search-clarification">
        <AIEnhancedErrorAlert error={sentence} onRetry={onRetry} title={title} />
      </div>
    );
  }
  return (
    <InlineAlert
      component="h2"
      data-outcome={outcome}
      data-test="ai-search-clarification"
      title={title}
      variant="info"
    >
      <Stack hasGutter>
        <StackItem>{sentence}</StackItem>
        {suggestions.length === 0 ? null : (
          <StackItem>
            <List aria-label={t('Questions that work')} isPlain>
              {suggestions.map((sentence) => (
                <ListItem key={sentence}>
                  <Button
                    data-test="ai-search-suggestion"
                    isInline
                    onClick={() => onAsk(sentence)}
                    translate="no"
                    variant="link"
                  >
                    {sentence}
                  </Button>
                </ListItem>
              ))}
            </List>
          </StackItem>
        )}
      </Stack>
    </InlineAlert>
  );
};
