import { List, ListItem } from '@patternfly/react-core';
import type { RootCause } from '@cnv-ai/engine/diagnosis';
import { InlineAlert } from '../../../components/InlineAlert';
import { useMessage, usePluginTranslation } from '../../../i18n';
import type { Since } from './since';

/** What a second look found changed. */
export const SinceLastLook = ({ changes }: { changes: Since }) => {
  const { t } = usePluginTranslation();
  const message = useMessage();
  const { appeared, gone } = changes;
  if (appeared.length + gone.length === 0) {
    return (
      <InlineAlert
        data-test="ai-diagnosis-since"
        isPlain
        title={t('The same findings as before')}
        variant="info"
      />
    );
  }
  const lines: readonly (readonly [RootCause, string])[] = [
    ...gone.map((cause) => [cause, t('Gone:')] as const),
    ...appeared.map((cause) => [cause, t('New:')] as const),
  ];
  return (
    <InlineAlert
      component="h2"
      data-test="ai-diagnosis-since"
      title={t('Changed since the last look')}
      variant={appeared.length === 0 ? 'success' : 'info'}
    >
      <List isPlain>
        {lines.map(([cause, what], index) => (
          <ListItem key={`${cause.id}/${index}`}>
            {what} {message(cause.titleMessage)}
          </ListItem>
        ))}
      </List>
    </InlineAlert>
  );
};
