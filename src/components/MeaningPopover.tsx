import { useRef, type ReactNode } from 'react';
import { Button, Stack, StackItem } from '@patternfly/react-core';
import { OutlinedQuestionCircleIcon } from '@patternfly/react-icons';
import { usePluginTranslation } from '../i18n';
import { LightspeedExplanation } from '../views/lightspeed/LightspeedExplanation';
import type { LightspeedQuestion } from '../views/lightspeed/question';
import { WidePopover } from './WidePopover';
import './style.css';

export type MeaningPopoverProps = {
  /** What it is the meaning of, as it stands beside the button. */
  readonly name: string;
  /** The engine's own explanation; it needs neither a model nor a request. */
  readonly children: ReactNode;
  /** What Lightspeed can be asked after it. */
  readonly question: () => LightspeedQuestion;
  readonly 'data-test': string;
};

/** "What does this mean?" beside a status or a field. */
export const MeaningPopover = ({
  name,
  children,
  question,
  'data-test': test,
}: MeaningPopoverProps) => {
  const { t } = usePluginTranslation();
  const anchor = useRef<HTMLButtonElement>(null);
  const body = (
    <Stack className="cnv-ai-plugin__scroll" data-test={`${test}-text`} hasGutter>
      <StackItem>{children}</StackItem>
      <StackItem>
        <LightspeedExplanation data-test={`${test}-ask`} question={question} />
      </StackItem>
    </Stack>
  );
  return (
    <WidePopover
      anchor={anchor}
      aria-label={`${t('What does this mean?')} ${name}`}
      content={body}
      heading={name}
      triggerRef={anchor}
    >
      <Button
        data-test={test}
        icon={<OutlinedQuestionCircleIcon />}
        isInline
        ref={anchor}
        variant="link"
      >
        {t('What does this mean?')}
        <span className="pf-v6-screen-reader"> {name}</span>
      </Button>
    </WidePopover>
  );
};
