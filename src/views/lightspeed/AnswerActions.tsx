import { useState, type ReactNode } from 'react';
import { Button, Flex, FlexItem } from '@patternfly/react-core';
import { usePluginTranslation } from '../../i18n';
import type { AnswerState } from './answer-state';
import { FeedbackButtons } from './FeedbackButtons';
import { mayRetry } from './problems';
import type { LightspeedQuestion } from './question';

export type AnswerActionsProps = {
  readonly state: AnswerState;
  readonly onStop: () => void;
  readonly onRetry: () => void;
  /** What was asked, so that an opinion can be given. */
  readonly question?: LightspeedQuestion;
  /** Takes back the consent to send anything to a model. */
  readonly onWithdraw?: () => void;
  /** Where the user can go on from an answer. */
  readonly next?: ReactNode;
};

const CopyButton = ({ text }: { readonly text: string }) => {
  const { t } = usePluginTranslation();
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <Button
      data-test="ai-answer-copy"
      onClick={() => void copy()}
      onMouseLeave={() => setCopied(false)}
      size="sm"
      variant="link"
    >
      {copied ? t('Copied') : t('Copy')}
    </Button>
  );
};

/** Stop while it comes; copy and ask again afterwards. */
export const AnswerActions = ({
  state,
  onStop,
  onRetry,
  question,
  onWithdraw,
  next,
}: AnswerActionsProps) => {
  const { t } = usePluginTranslation();
  const { status, text, problem, conversation } = state;
  if (status === 'asking' || status === 'streaming') {
    return (
      <Button data-test="ai-answer-stop" onClick={onStop} size="sm" variant="secondary">
        {t('Stop')}
      </Button>
    );
  }
  return (
    <Flex gap={{ default: 'gapSm' }}>
      {text === '' ? null : (
        <FlexItem>
          <CopyButton text={text} />
        </FlexItem>
      )}
      {problem === undefined || mayRetry(problem) ? (
        <FlexItem>
          <Button data-test="ai-answer-retry" onClick={onRetry} size="sm" variant="link">
            {t('Ask again')}
          </Button>
        </FlexItem>
      ) : null}
      {question === undefined || conversation === undefined || status !== 'done' ? null : (
        <FeedbackButtons
          opinion={{
            conversation,
            question: question.task,
            answer: text,
            about: question.about ?? [],
          }}
        />
      )}
      {status === 'done' && next !== undefined ? <FlexItem>{next}</FlexItem> : null}
      {onWithdraw === undefined ? null : (
        <FlexItem>
          <Button data-test="ai-consent-withdraw" onClick={onWithdraw} size="sm" variant="link">
            {t('Send nothing more to Lightspeed')}
          </Button>
        </FlexItem>
      )}
    </Flex>
  );
};
