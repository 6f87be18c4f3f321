import { useEffect, useState } from 'react';
import { Button, FlexItem } from '@patternfly/react-core';
import { ThumbsDownIcon, ThumbsUpIcon } from '@patternfly/react-icons';
import { usePluginTranslation } from '../../i18n';
import { feedbackEnabled, sendFeedback, type Opinion } from './feedback';

export type FeedbackButtonsProps = { readonly opinion: Omit<Opinion, 'helpful'> };

type Sent = 'no' | 'sending' | 'yes' | 'failed';

/** Thumbs up and down, where the administrator wants them. */
export const FeedbackButtons = ({ opinion }: FeedbackButtonsProps) => {
  const { t } = usePluginTranslation();
  const [enabled, setEnabled] = useState(false);
  const [sent, setSent] = useState<Sent>('no');

  useEffect(() => {
    let mounted = true;
    void feedbackEnabled().then((is) => {
      if (mounted) setEnabled(is);
    });
    return () => {
      mounted = false;
    };
  }, []);

  const send = (helpful: boolean): void => {
    setSent('sending');
    sendFeedback({ ...opinion, helpful }).then(
      () => setSent('yes'),
      () => setSent('failed'),
    );
  };

  if (!enabled) return null;
  if (sent === 'yes') {
    return (
      <FlexItem data-test="ai-answer-thanked" role="status">
        {t('Thank you')}
      </FlexItem>
    );
  }
  const buttons = [
    { helpful: true, name: t('Helpful'), Symbol: ThumbsUpIcon },
    { helpful: false, name: t('Not helpful'), Symbol: ThumbsDownIcon },
  ];
  return (
    <>
      {buttons.map(({ helpful, name, Symbol }) => (
        <FlexItem key={name}>
          <Button
            aria-label={name}
            data-test={helpful ? 'ai-answer-helpful' : 'ai-answer-unhelpful'}
            icon={<Symbol />}
            isDisabled={sent === 'sending'}
            onClick={() => send(helpful)}
            size="sm"
            variant="plain"
          />
        </FlexItem>
      ))}
      {sent === 'failed' ? (
        <FlexItem role="status">{t('Lightspeed did not take it. Try again.')}</FlexItem>
      ) : null}
    </>
  );
};
