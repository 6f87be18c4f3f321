import { Alert, Button, List, ListItem, Stack, StackItem } from '@patternfly/react-core';
import type { SearchOutcome, SearchResult } from '@cnv-ai/engine/search';
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
};

/** The question back: nothing is searched until it is answered. */
export const Clarification = ({ result, onAsk }: ClarificationProps) => {
  const { t } = usePluginTranslation();
  const message = useMessage();
  const { outcome, clarificationMessage, clarification, suggestions = [] } = result;
  const refused = outcome === 'forbidden' || outcome === 'unavailable';
  return (
    <Alert
      component="h2"
      data-outcome={outcome}
      data-test="ai-search-clarification"
      isInline
      title={useTitle(outcome)}
      variant={refused ? 'warning' : 'info'}
    >
      <Stack hasGutter>
        <StackItem>
          {clarificationMessage === undefined ? clarification : message(clarificationMessage)}
        </StackItem>
        {suggestions.length === 0 ? null : (
          <StackItem>
            <List aria-label={t('Questions that work')} isPlain>
              {suggestions.map((sentence) => (
                <ListItem key={sentence}>
                  <Button
                    data-test="ai-search-suggestion"
                    isInline
                    onClick={() => onAsk(sentence)}
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
    </Alert>
  );
};
