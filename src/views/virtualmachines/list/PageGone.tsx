import { Button, EmptyState, EmptyStateActions, EmptyStateFooter } from '@patternfly/react-core';
import { usePluginTranslation } from '../../../i18n';

/** The machines of this page have gone while it was looked at. */
export const PageGone = ({ onStart }: { onStart: () => void }) => {
  const { t } = usePluginTranslation();
  return (
    <EmptyState
      data-test="ai-search-page-gone"
      headingLevel="h2"
      titleText={t('Nothing is left on this page')}
      variant="sm"
    >
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button onClick={onStart} variant="link">
            {t('Go to the first page')}
          </Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
};
