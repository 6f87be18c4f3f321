import { List, ListItem } from '@patternfly/react-core';
import type { Message } from '@cnv-ai/engine/messages';
import { useMessage, usePluginTranslation } from '../i18n';
import { InlineAlert } from './InlineAlert';

type Unread = { readonly resource: string; readonly messageMessage: Message };

/** What could not be read, so that an answer never looks more complete than it is. */
export const UncheckedList = ({ unchecked }: { unchecked: readonly Unread[] }) => {
  const { t } = usePluginTranslation();
  const message = useMessage();
  if (unchecked.length === 0) return null;
  return (
    <InlineAlert
      component="h2"
      data-test="ai-unchecked"
      isExpandable={unchecked.length > 1}
      title={t('Not everything could be checked')}
      toggleAriaLabel={t('What could not be checked')}
      variant="info"
    >
      <List isPlain>
        {unchecked.map((entry, index) => (
          <ListItem key={`${entry.resource}/${index}`}>{message(entry.messageMessage)}</ListItem>
        ))}
      </List>
    </InlineAlert>
  );
};
