import { useState } from 'react';
import { ActionList, ActionListItem, Button } from '@patternfly/react-core';
import { usePluginTranslation } from '../../i18n';
import type { AnswerState } from './answer-state';
import { mayRetry } from './problems';

export type AnswerActionsProps = {
  readonly state: AnswerState;
  readonly onStop: () => void;
  readonly onRetry: () => void;
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
export const AnswerActions = ({ state, onStop, onRetry }: AnswerActionsProps) => {
  const { t } = usePluginTranslation();
  const { status, text, problem } = state;
  if (status === 'asking' || status === 'streaming') {
    return (
      <Button data-test="ai-answer-stop" onClick={onStop} size="sm" variant="secondary">
        {t('Stop')}
      </Button>
    );
  }
  return (
    <ActionList>
      {text === '' ? null : (
        <ActionListItem>
          <CopyButton text={text} />
        </ActionListItem>
      )}
      {problem === undefined || mayRetry(problem) ? (
        <ActionListItem>
          <Button data-test="ai-answer-retry" onClick={onRetry} size="sm" variant="link">
            {t('Ask again')}
          </Button>
        </ActionListItem>
      ) : null}
    </ActionList>
  );
};
