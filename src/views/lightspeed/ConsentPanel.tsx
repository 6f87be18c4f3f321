import { AlertActionLink, List, ListItem } from '@patternfly/react-core';
import { InlineAlert } from '../../components/InlineAlert';
import { usePluginTranslation } from '../../i18n';

export type ConsentPanelProps = {
  readonly onAgree: () => void;
  readonly onCancel: () => void;
};

/** What goes to a model and what does not, before the first text goes there. */
export const ConsentPanel = ({ onAgree, onCancel }: ConsentPanelProps) => {
  const { t } = usePluginTranslation();
  return (
    <InlineAlert
      actionLinks={
        <>
          <AlertActionLink data-test="ai-consent-agree" onClick={onAgree}>
            {t('Agree and ask')}
          </AlertActionLink>
          <AlertActionLink data-test="ai-consent-cancel" onClick={onCancel}>
            {t('Not now')}
          </AlertActionLink>
        </>
      }
      component="h3"
      data-test="ai-consent"
      title={t('This sends facts about virtual machines to a language model')}
      variant="info"
    >
      <List>
        <ListItem>
          {t(
            'Sent through OpenShift Lightspeed, to the model your administrator chose: names, states, events and findings of what you ask about.',
          )}
        </ListItem>
        <ListItem>{t('Never sent: secrets, cloud-init data, whole objects.')}</ListItem>
        <ListItem>
          {t(
            'You are asked once. You can withdraw it under any answer or in your user preferences; findings need no model.',
          )}
        </ListItem>
      </List>
    </InlineAlert>
  );
};
