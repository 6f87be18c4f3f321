import { AlertActionLink } from '@patternfly/react-core';
import type { Message } from '@cnv-ai/engine/messages';
import { useMessage, usePluginTranslation } from '../i18n';
import { InlineAlert } from './InlineAlert';

export type FailedAlertProps = {
  readonly title: string;
  readonly error: Message;
  readonly onRetry: () => void;
};

/** Our own question failed: why, and once more. */
export const FailedAlert = ({ title, error, onRetry }: FailedAlertProps) => {
  const { t } = usePluginTranslation();
  const message = useMessage();
  return (
    <InlineAlert
      component="h2"
      actionLinks={<AlertActionLink onClick={onRetry}>{t('Try again')}</AlertActionLink>}
      data-test="ai-failed"
      title={title}
      variant="danger"
    >
      {message(error)}
    </InlineAlert>
  );
};
