import {
  Button,
  EmptyState,
  EmptyStateBody,
  EmptyStateFooter,
  List,
  ListItem,
} from '@patternfly/react-core';
import { SearchIcon } from '@patternfly/react-icons';
import { usePluginTranslation } from '../../../i18n';
import { EXAMPLES } from './examples';

/** Before the first question: what can be asked. */
export const NoQuestion = ({ onAsk }: { onAsk: (sentence: string) => void }) => {
  const { t } = usePluginTranslation();
  return (
    <EmptyState
      headingLevel="h2"
      icon={SearchIcon}
      titleText={t('Find VirtualMachines in your own words')}
    >
      <EmptyStateBody>
        {t(
          'Name a status, project, node, operating system, label, size or time. Nothing is sent to a language model.',
        )}
      </EmptyStateBody>
      <EmptyStateFooter>
        <List aria-label={t('Examples')} isPlain>
          {EXAMPLES.map((sentence) => (
            <ListItem key={sentence}>
              <Button
                data-test="ai-search-example"
                isInline
                onClick={() => onAsk(sentence)}
                variant="link"
              >
                {sentence}
              </Button>
            </ListItem>
          ))}
        </List>
      </EmptyStateFooter>
    </EmptyState>
  );
};
