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
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready');
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  };
  const label = {
    ready: t('Copy'),
    copied: t('Copied'),
    refused: t('The browser does not allow copying. Select the text instead.'),
  }[state];
  return (
    <Button
      data-test="ai-answer-copy"
      onClick={copy}
      onMouseLeave={() => setState('ready')}
      size="sm"
      variant="link"
    >
      <span aria-live="polite">{label}</span>
    </Button>
  );
};

/** Takes the consent back, and says so where the focus is. */
const Withdrawal = ({ onWithdraw }: Pick<AnswerActionsProps, 'onWithdraw'>) => {
  const { t } = usePluginTranslation();
  const [withdrawn, setWithdrawn] = useState(false);
  const withdraw = (): void => {
    setWithdrawn(true);
    onWithdraw?.();
  };
  const done = withdrawn && onWithdraw === undefined;
  return onWithdraw === undefined && !done ? null : (
    <FlexItem>
      <Button
        data-test="ai-consent-withdraw"
        isAriaDisabled={done}
        onClick={withdraw}
        size="sm"
        variant="link"
      >
        <span aria-live="polite">
          {done
            ? t('Nothing more is sent before you agree again')
            : t('Send nothing more to Lightspeed')}
        </span>
      </Button>
    </FlexItem>
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
      <Withdrawal onWithdraw={onWithdraw} />
    </Flex>
  );
};
